import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Collection, Document } from 'mongodb'
import {
  buildVersionCollectionFields,
  buildVersionGlobalFields,
  type CollectionSlug,
  type FlattenedField,
  type SanitizedCollectionConfig,
} from 'payload'
import { referencePlaces, type ReferencePlace } from './reference-places.ts'

export type StoredRow = Document & { readonly _id: string }

/** Rows that may refer to the documents of some collection. */
export interface Referrer {
  rows(): Collection<StoredRow>
  readonly fields: readonly FlattenedField[]
  /** Never empty. */
  readonly places: readonly ReferencePlace[]
  /** Which of the rows have these fields. */
  readonly filter: Document
}

type Model = Pick<MongooseAdapter['collections'][string], 'collection' | 'schema'>
type Source = Pick<Referrer, 'fields' | 'filter'> & { readonly model: Model }

const LOCKS = 'payload-locked-documents'

/** All that may refer to a collection's documents. */
export function referrersTo(adapter: MongooseAdapter, collection: CollectionSlug): Referrer[] {
  const { config } = adapter.payload
  const target = config.collections.find(({ slug }) => slug === collection)
  const locks = adapter.collections[LOCKS]
  return sourcesOf(adapter).flatMap(({ model, ...source }) => {
    if (model === locks && isNeverOpened(target)) return []
    const places = referencePlaces(source.fields, collection)
    return places.length > 0 ? [{ ...source, places, rows: () => rowsOf(adapter, model) }] : []
  })
}

/** Indexes by which referring rows are found; those that the config asks for stay as they are. */
export function indexReferences(adapter: MongooseAdapter): void {
  const { init } = adapter
  adapter.init = async () => {
    await init?.call(adapter)
    const slugs = adapter.payload.config.collections.map(({ slug }) => slug)
    for (const { model, fields } of sourcesOf(adapter)) {
      if (model === adapter.globals) continue
      const paths = slugs.flatMap((slug) => referencePlaces(fields, slug).map(({ path }) => path))
      for (const path of new Set(paths)) {
        if (!isIndexed(model, path)) model.schema.index({ [path]: 1 })
      }
    }
  }
}

function sourcesOf({ collections, globals, payload, versions }: MongooseAdapter): Source[] {
  const { config } = payload
  return [
    ...config.collections.flatMap((collection) => [
      ...source(collections[collection.slug], collection.flattenedFields),
      ...source(versions[collection.slug], buildVersionCollectionFields(config, collection, true)),
    ]),
    ...config.globals.flatMap((global) => [
      ...source(globals, global.flattenedFields, { globalType: global.slug }),
      ...source(versions[global.slug], buildVersionGlobalFields(config, global, true)),
    ]),
  ]
}

function source(model: Model | undefined, fields: FlattenedField[], filter = {}): Source[] {
  return model ? [{ model, fields, filter }] : []
}

/** Nobody opens it in the admin, so nobody locks its documents there. */
function isNeverOpened(collection: SanitizedCollectionConfig | undefined): boolean {
  return collection?.admin.hidden === true
}

function isIndexed(model: Model, path: string): boolean {
  return model.schema.indexes().some(([fields]) => Object.keys(fields)[0] === path)
}

/** A model's documents, past mongoose, which would convert what is only looked up or moved. */
export function rowsOf({ connection }: MongooseAdapter, model: Model): Collection<StoredRow> {
  return connection.getClient().db(connection.name).collection<StoredRow>(model.collection.name)
}
