import type { FlattenedField } from 'payload'
import { OperatorError } from '#cms/operator-error.ts'
import type { Row, Table } from './content.ts'

type Fields = readonly FlattenedField[]
type Values = Readonly<Record<string, unknown>>

/**
 * A row as every database gives it: its id, then its fields by name; moments as ISO 8601; nothing
 * that is empty. What an editor's JSON holds (rich text) stays as it is, and so does what is not of
 * its field's kind: who copies rows names it (cms/backup/row-problem.ts).
 */
export function canonicalRow(fields: Fields, id: string, values: Values): Row {
  return { id, ...mapFields(fields, values, toText) }
}

/**
 * The same, for a row that was read from a table.
 * @throws OperatorError that names a row which this version cannot read at all
 */
export function readRow({ name }: Table, fields: Fields, id: string, values: Values): Row {
  try {
    return canonicalRow(fields, id, values)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new OperatorError(
      `Không đọc được bản ghi “${id}” của phần “${name}”: ${why} Hãy sửa hoặc xóa bản ghi đó.`,
      { cause },
    )
  }
}

/** The same row with moments as Dates, for databases that keep them so. */
export function withDates(fields: Fields, { id: _id, ...values }: Row): Record<string, unknown> {
  return mapFields(fields, values, toDate)
}

/** The same row with `null`, or an empty list, where it has nothing: columns may have defaults. */
export function withNulls(fields: Fields, values: Values): Record<string, unknown> {
  const entries = stored(fields).map((field) => [field.name, orNull(field, values[field.name])])
  return Object.fromEntries(entries) as Record<string, unknown>
}

function orNull(field: FlattenedField, value: unknown): unknown {
  switch (field.type) {
    case 'group':
    case 'tab':
      return withNulls(field.flattenedFields, (value ?? {}) as Values)
    case 'array':
    case 'blocks':
      return ((value ?? []) as Values[]).map((row) => ({
        ...ownNames(row),
        ...withNulls(rowFields(field, row), row),
      }))
    default:
      return value ?? ('hasMany' in field && field.hasMany ? [] : null)
  }
}

type Moment = (value: unknown) => unknown

const toText: Moment = (value) => {
  const moment = new Date(value as string | Date)
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString()
}
const toDate: Moment = (value) => new Date(value as string)

function mapFields(fields: Fields, values: Values, moment: Moment): Record<string, unknown> {
  const entries = stored(fields).flatMap((field): [string, unknown][] => {
    const value = mapValue(field, values[field.name], moment)
    return isEmpty(field, value) ? [] : [[field.name, value]]
  })
  return Object.fromEntries(entries)
}

function mapValue(field: FlattenedField, value: unknown, moment: Moment): unknown {
  if (value === null || value === undefined) return undefined
  switch (field.type) {
    case 'date':
      return moment(value)
    case 'group':
    case 'tab': {
      if (typeof value !== 'object') return value
      const group = mapFields(field.flattenedFields, value as Values, moment)
      return Object.keys(group).length > 0 ? group : undefined
    }
    case 'array':
    case 'blocks':
      return Array.isArray(value) ? value.map((row) => mapListRow(field, row, moment)) : value
    case 'relationship':
    case 'upload':
      return Array.isArray(value) ? value.map(reference) : reference(value)
    default:
      return value
  }
}

function mapListRow(field: ListField, row: Values, moment: Moment): unknown {
  return { ...ownNames(row), ...mapFields(rowFields(field, row), row, moment) }
}

/** The names that Payload itself gives the rows of arrays and blocks. */
function ownNames({ id, blockType, blockName }: Values): Values {
  return {
    ...(id ? { id } : {}),
    ...(blockType ? { blockType } : {}),
    ...(blockName ? { blockName } : {}),
  }
}

function reference(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('relationTo' in value)) return value
  const { relationTo, value: id } = value as unknown as Values
  return { relationTo, value: id }
}

type ListField = Extract<FlattenedField, { type: 'array' | 'blocks' }>

function rowFields(field: ListField, { blockType }: Values): Fields {
  if (field.type === 'array') return field.flattenedFields
  const block = field.blocks.find(({ slug }) => slug === blockType)
  if (!block) throw new Error(`There is no block "${String(blockType)}".`)
  return block.flattenedFields
}

/** A list without entries is as good as none; `[]` as JSON is what someone stored. */
function isEmpty({ type }: FlattenedField, value: unknown): boolean {
  const isList = Array.isArray(value) && type !== 'json' && type !== 'richText'
  return value === undefined || (isList && value.length === 0)
}

const sorted = new WeakMap<Fields, FlattenedField[]>()

/** The fields that databases keep, by name. */
function stored(fields: Fields): FlattenedField[] {
  const known = sorted.get(fields)
  if (known) return known
  const own = fields
    .filter((field) => field.name !== 'id' && field.type !== 'join' && !isVirtual(field))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  sorted.set(fields, own)
  return own
}

function isVirtual(field: FlattenedField): boolean {
  return 'virtual' in field && Boolean(field.virtual)
}
