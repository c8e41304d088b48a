import { createHash } from 'node:crypto'
import type { Payload, TypeWithID } from 'payload'
import type { SampleCollection } from './sample-item.ts'
import type { SampleGlobal } from './content/globals.ts'

/**
 * What the sample left in this database, kept in the database itself, so that a copy knows it too.
 * A print tells whether an editor has changed a document since.
 */
export interface SampleManifest {
  readonly addedAt: string
  /** `collection/id` → print of its content. */
  readonly documents: Readonly<Record<string, string>>
  /** Print of each global that the sample filled; one that was set before is not among them. */
  readonly globals: Readonly<Partial<Record<SampleGlobal, string>>>
}

const KEY = 'sample-content'

export async function readManifest(payload: Payload): Promise<SampleManifest | null> {
  return await payload.kv.get<SampleManifest & object>(KEY)
}

export async function writeManifest(payload: Payload, manifest: SampleManifest): Promise<void> {
  await payload.kv.set(KEY, manifest)
}

export async function deleteManifest(payload: Payload): Promise<void> {
  await payload.kv.delete(KEY)
}

/** How the manifest names a document. */
export function keyOfDocument(collection: SampleCollection, id: string): string {
  return `${collection}/${id}`
}

/** The newest version of a document as an editor sees it, with ids in place of what it refers to. */
export async function readNewest(
  payload: Payload,
  collection: SampleCollection,
  id: string,
): Promise<(TypeWithID & { deletedAt?: string | null }) | null> {
  return await payload.findByID({
    collection,
    id,
    depth: 0,
    draft: true,
    trash: true,
    disableErrors: true,
  })
}

/** Fields that the portal writes by itself: they say nothing about what an editor did. */
const OF_THE_PORTAL = new Set([
  'updatedAt',
  'createdAt',
  'globalType',
  'isPublic',
  'url',
  'thumbnailURL',
  'pages',
  'text',
  'sizes',
])

/** A short print of a document's content, the same as long as no editor changes it. */
export function printOf(document: object): string {
  const content = JSON.stringify(document, (key, value: unknown) => {
    if (OF_THE_PORTAL.has(key) || value === null) return undefined
    return value && typeof value === 'object' && !Array.isArray(value) ? sorted(value) : value
  })
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}

/** Databases give back keys in an order of their own. */
function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
