import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { FlattenedField } from 'payload'
import type { Fields, Row } from './references.ts'
import { beforeStoring } from './stored-data.ts'

/**
 * Stores a list without entries as no value, so that whether a field "exists" is answered as on
 * SQLite. It is read as `[]` (empty-values.ts).
 */
export function storeEmptyLists(adapter: MongooseAdapter): void {
  beforeStoring(adapter, ({ fields, data }) => withoutEmptyLists(fields, data))
}

/** The row itself where it has none. */
function withoutEmptyLists(fields: Fields, row: Row): Row {
  const changes = fields.flatMap((field): [string, unknown][] => {
    const value = row[field.name]
    const after = storedValue(field, value)
    return after === value ? [] : [[field.name, after]]
  })
  return changes.length > 0 ? { ...row, ...Object.fromEntries(changes) } : row
}

function storedValue(field: FlattenedField, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  switch (field.type) {
    case 'group':
    case 'tab':
      return withoutEmptyLists(field.flattenedFields, value as Row)
    case 'array':
      return eachRow(value, () => field.flattenedFields)
    case 'blocks':
      return eachRow(
        value,
        ({ blockType }) =>
          field.blocks.find(({ slug }) => slug === blockType)?.flattenedFields ?? [],
      )
    default: {
      const isList = 'hasMany' in field && field.hasMany && Array.isArray(value)
      return isList && value.length === 0 ? null : value
    }
  }
}

/** What is no list is an operation on one ("$push") and stays. */
function eachRow(value: unknown, fieldsOf: (row: Row) => Fields): unknown {
  return Array.isArray(value)
    ? (value as Row[]).map((row) => withoutEmptyLists(fieldsOf(row), row))
    : value
}
