import type { FlattenedField } from 'payload'

export type Fields = readonly FlattenedField[]
export type Row = Readonly<Record<string, unknown>>

/**
 * Gives the value that a field has instead of its own; `undefined` is none.
 * @param isInList whether the field is one of a row in a list, which is always whole
 */
export type ChangeValue = (field: FlattenedField, value: unknown, isInList: boolean) => unknown

/** A row with other values at any depth; the very same row where none changes. */
export function mappedRow(fields: Fields, row: Row, change: ChangeValue, isInList = false): Row {
  const changes = fields.flatMap((field): [string, unknown][] => {
    const value = row[field.name]
    const after = mappedValue(field, value, change, isInList)
    return after === value ? [] : [[field.name, after]]
  })
  return changes.length > 0 ? { ...row, ...Object.fromEntries(changes) } : row
}

function mappedValue(
  field: FlattenedField,
  value: unknown,
  change: ChangeValue,
  isInList: boolean,
): unknown {
  switch (field.type) {
    case 'group':
    case 'tab': {
      if (value === null) return value
      const group = (value ?? NOTHING) as Row
      const after = mappedRow(field.flattenedFields, group, change, isInList)
      return after === group ? value : after
    }
    case 'array':
      return mappedList(value, () => field.flattenedFields, change)
    case 'blocks':
      return mappedList(
        value,
        ({ blockType }) =>
          field.blocks.find(({ slug }) => slug === blockType)?.flattenedFields ?? [],
        change,
      )
    default:
      return change(field, value, isInList)
  }
}

const NOTHING: Row = {}

/** What is no list is an operation on one ("$push") and stays. */
function mappedList(value: unknown, fieldsOf: (row: Row) => Fields, change: ChangeValue): unknown {
  if (!Array.isArray(value)) return value
  const rows = value as Row[]
  const after = rows.map((row) => mappedRow(fieldsOf(row), row, change, true))
  return after.some((row, index) => row !== rows[index]) ? after : value
}
