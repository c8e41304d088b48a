import type { CollectionSlug, FlattenedField } from 'payload'
import { mappedRow, type Fields, type Row } from '../mapped-row.ts'
import { targetOf, type Relation } from './references.ts'

/** Documents of one collection that are gone. */
export interface Gone {
  readonly collection: CollectionSlug
  readonly ids: ReadonlySet<string>
}

/**
 * What is to be written so that a row no longer refers to what is gone: by path, the smallest parts
 * that change. A single relation becomes `null`, one in a list leaves it.
 */
export function withoutReferences(
  fields: Fields,
  row: Row,
  gone: Gone,
  prefix = '',
): Record<string, unknown> {
  const changes = fields.flatMap((field): [string, unknown][] => {
    const value = row[field.name]
    if (value === null || value === undefined) return []
    const path = prefix + field.name
    if (field.type === 'group' || field.type === 'tab') {
      return Object.entries(
        withoutReferences(field.flattenedFields, value as Row, gone, `${path}.`),
      )
    }
    const part = { [field.name]: value }
    const after = mappedRow([field], part, (each, old) => remaining(each, old, gone))
    return after === part ? [] : [[path, after[field.name]]]
  })
  return Object.fromEntries(changes)
}

function remaining(field: FlattenedField, value: unknown, gone: Gone): unknown {
  if (field.type !== 'relationship' && field.type !== 'upload') return value
  if (!Array.isArray(value)) return isGone(field, value, gone) ? null : value
  const rest = value.filter((item) => !isGone(field, item, gone))
  if (rest.length === value.length) return value
  // No list is stored empty (empty-lists.ts).
  return rest.length > 0 ? rest : null
}

function isGone(field: Relation, value: unknown, { collection, ids }: Gone): boolean {
  const found = targetOf(field, value)
  return found.collection === collection && ids.has(found.id ?? '')
}
