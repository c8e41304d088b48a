import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { collections } from '#cms/collections/index.ts'
import type { HostileWorld } from './hostile-requests.ts'

/** Names that the portal alone writes: what is sent for them is another stage's business. */
const BY_PORTAL = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt'])

/** Real ids of every collection, a few of each, and the names of its fields. */
export async function hostileWorld(payload: Payload): Promise<HostileWorld> {
  const ids: Record<string, string[]> = {}
  const fields: Record<string, string[]> = {}
  for (const slug of collections.map((collection) => collection.slug as CollectionSlug)) {
    const { docs } = await payload.find({ collection: slug, limit: 3, depth: 0 })
    const { config } = payload.collections[slug]
    ids[slug] = docs.map(({ id }) => id)
    fields[slug] = config.flattenedFields.flatMap(namesOf)
    if (!config.versions) continue
    const versions = await payload.findVersions({ collection: slug, limit: 2, depth: 0 })
    ids[slug].push(...versions.docs.map(({ id }) => id))
  }
  const globals = payload.config.globals.map(({ slug }) => slug)
  return { ids, globals, fields }
}

function namesOf(field: FlattenedField): string[] {
  if (BY_PORTAL.has(field.name)) return []
  const inner = 'flattenedFields' in field ? field.flattenedFields.flatMap(namesOf) : []
  return [field.name, ...inner.map((name) => `${field.name}.${name}`)]
}
