import type { CollectionSlug, FlattenedField } from 'payload'
import { targetOf, type Fields, type Relation, type Row } from './references.ts'

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
    const after = cleaned(field, value, gone)
    return after === value ? [] : [[path, after]]
  })
  return Object.fromEntries(changes)
}

/** The value itself where it does not change. */
function cleaned(field: FlattenedField, value: unknown, gone: Gone): unknown {
  switch (field.type) {
    case 'relationship':
    case 'upload':
      if (!Array.isArray(value)) return isGone(field, value, gone) ? null : value
      return remaining(field, value, gone)
    case 'group':
    case 'tab':
      return cleanedRow(field.flattenedFields, value as Row, gone)
    case 'array':
      return cleanedRows(value as Row[], () => field.flattenedFields, gone)
    case 'blocks':
      return cleanedRows(
        value as Row[],
        ({ blockType }) =>
          field.blocks.find(({ slug }) => slug === blockType)?.flattenedFields ?? [],
        gone,
      )
    default:
      return value
  }
}

/** `null` rather than an empty list (empty-lists.ts). */
function remaining(field: Relation, values: unknown[], gone: Gone): unknown[] | null {
  const rest = values.filter((value) => !isGone(field, value, gone))
  if (rest.length === values.length) return values
  return rest.length > 0 ? rest : null
}

function cleanedRows(rows: Row[], fieldsOf: (row: Row) => Fields, gone: Gone): Row[] {
  const after = rows.map((row) => cleanedRow(fieldsOf(row), row, gone))
  return after.some((row, index) => row !== rows[index]) ? after : rows
}

function cleanedRow(fields: Fields, row: Row, gone: Gone): Row {
  const changes = fields.flatMap((field): [string, unknown][] => {
    const value = row[field.name]
    if (value === null || value === undefined) return []
    const after = cleaned(field, value, gone)
    return after === value ? [] : [[field.name, after]]
  })
  return changes.length > 0 ? { ...row, ...Object.fromEntries(changes) } : row
}

function isGone(field: Relation, value: unknown, { collection, ids }: Gone): boolean {
  const found = targetOf(field, value)
  return found.collection === collection && ids.has(found.id ?? '')
}
