import type { RequiredDataFromCollectionSlug } from 'payload'
import { v5 as uuidv5 } from 'uuid'

/** Collections that the sample fills, in the order in which their items can be made. */
export const SAMPLE_COLLECTIONS = [
  'categories',
  'topics',
  'media',
  'files',
  'documents',
  'programmes',
  'pages',
  'producers',
  'products',
  'news',
  'comments',
  'questions',
  'feedback',
] as const

export type SampleCollection = (typeof SAMPLE_COLLECTIONS)[number]

/** An upload as Payload's Local API takes it. */
export interface SampleUpload {
  readonly name: string
  readonly mimetype: string
  readonly data: Buffer
}

/** One document of the sample: `key` names it within its collection, for ever. */
export interface SampleItem<Collection extends SampleCollection> {
  readonly key: string
  readonly data: RequiredDataFromCollectionSlug<Collection>
  /** Made when it is needed: pictures and PDF files take their time. */
  readonly upload?: () => Promise<SampleUpload>
  /** When it was written, for what shows its age. Now by default. */
  readonly writtenAt?: string
}

/** A document of the sample that is in the database. */
export interface SampleDocument {
  readonly collection: SampleCollection
  readonly id: string
  readonly title: string
}

const NAMESPACE = '5b0d6f1e-3c53-4a8e-9d0c-6f2a7b1c4e90'

/**
 * The id of a sample document: always the same for the same name (RFC 9562, version 5), so that the
 * sample is recognised in every copy of a database.
 */
export function sampleId(collection: SampleCollection, key: string): string {
  return uuidv5(`${collection}/${key}`, NAMESPACE)
}

/** Ids of several documents of one collection, for relationships. */
export function sampleIds(collection: SampleCollection, ...keys: string[]): string[] {
  return keys.map((key) => sampleId(collection, key))
}
