import type { CollectionSlug } from 'payload'
import type { Fields } from '../mapped-row.ts'

/** Where a row keeps ids of other documents, as MongoDB names places. */
export interface ReferencePlace {
  /** Of the ids; lists on the way are looked into. */
  readonly path: string
  /** Of the smallest part of the row that can be written for itself. */
  readonly part: string
}

/**
 * Where rows of these fields may refer to documents of a collection. Links in rich text are text
 * and stay, as on SQLite.
 */
export function referencePlaces(
  fields: Fields,
  collection: CollectionSlug,
  prefix = '',
): ReferencePlace[] {
  return fields.flatMap((field): ReferencePlace[] => {
    const part = prefix + field.name
    switch (field.type) {
      case 'relationship':
      case 'upload':
        if (field.relationTo === collection) return [{ path: part, part }]
        return Array.isArray(field.relationTo) && field.relationTo.includes(collection)
          ? [{ path: `${part}.value`, part }]
          : []
      case 'group':
      case 'tab':
        return referencePlaces(field.flattenedFields, collection, `${part}.`)
      case 'array':
        return inList(part, field.flattenedFields, collection)
      case 'blocks':
        return field.blocks.flatMap((block) => inList(part, block.flattenedFields, collection))
      default:
        return []
    }
  })
}

function inList(part: string, fields: Fields, collection: CollectionSlug): ReferencePlace[] {
  return referencePlaces(fields, collection, `${part}.`).map(({ path }) => ({ path, part }))
}
