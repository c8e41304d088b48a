import type { FlattenedField, SelectType } from 'payload'
import { getSelectMode } from 'payload/shared'

type Fields = readonly FlattenedField[]
type Row = Record<string, unknown>
type Mode = 'include' | 'exclude'

/**
 * Gives a row that was read, in place, what SQLite would have given: `null` for a field without a
 * value, `[]` for a list without entries, and no relation to one of several collections where there
 * is none.
 * @param select the fields that were asked for; all where it is absent
 */
export function fillEmptyValues(fields: Fields, row: Row, select?: SelectType): void {
  fill(fields, row, select, select ? getSelectMode(select) : 'exclude')
}

function fill(fields: Fields, row: Row, select: SelectType | undefined, mode: Mode): void {
  for (const field of fields) {
    if (!isStored(field)) continue
    const selected = select?.[field.name] ?? mode === 'exclude'
    if (selected === false) continue
    const within = selected === true ? undefined : selected
    const value = filled(field, row[field.name], within, within ? mode : 'exclude')
    if (value === undefined) delete row[field.name]
    else row[field.name] = value
  }
}

function filled(
  field: FlattenedField,
  value: unknown,
  select: SelectType | undefined,
  mode: Mode,
): unknown {
  switch (field.type) {
    case 'group':
    case 'tab': {
      const group = (value ?? {}) as Row
      fill(field.flattenedFields, group, select, mode)
      return group
    }
    case 'array': {
      const rows = (value ?? []) as Row[]
      for (const row of rows) fill(field.flattenedFields, row, select, mode)
      return rows
    }
    case 'blocks': {
      const rows = (value ?? []) as Row[]
      for (const row of rows) fillBlock(field, row, select, mode)
      return rows
    }
    case 'relationship':
    case 'upload':
      if (field.hasMany) return value ?? []
      return value ?? (Array.isArray(field.relationTo) ? undefined : null)
    default:
      return value ?? ('hasMany' in field && field.hasMany ? [] : null)
  }
}

function fillBlock(
  { blocks }: Extract<FlattenedField, { type: 'blocks' }>,
  row: Row,
  select: SelectType | undefined,
  mode: Mode,
): void {
  const block = blocks.find(({ slug }) => slug === row.blockType)
  const selected = select?.[String(row.blockType)]
  if (!block || selected === false) return
  const within = typeof selected === 'object' ? selected : undefined
  fill(block.flattenedFields, row, within, within ? mode : 'exclude')
}

function isStored(field: FlattenedField): boolean {
  const isVirtual = 'virtual' in field && Boolean(field.virtual)
  return field.name !== 'id' && field.type !== 'join' && !isVirtual
}
