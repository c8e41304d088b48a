import type { FlattenedField, SanitizedConfig } from 'payload'
import { fieldsOf, type Row, type Table } from '#cms/database/content.ts'
import { isDocumentId } from '#cms/storage/folder-path.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Why no database of the portal would take a row back as it is, as a clause for the operator; `null`
 * where they would.
 */
export function rowProblem(config: SanitizedConfig, table: Table, row: Row): string | null {
  if (table.kind !== 'globals' && !isDocumentId(row.id)) return 'id không đúng dạng UUID'
  const collection =
    table.kind === 'collection' && config.collections.find(({ slug }) => slug === table.collection)
  // What is a draft may lack anything, and so may versions.
  const mayLack = !collection || Boolean(collection.versions?.drafts)
  return problemOf(fieldsOf(config, table, row.id), row, mayLack)
}

/** Whether a row would be good but for its id. */
export function hasOddId(table: Table, { id }: Row): boolean {
  return table.kind !== 'globals' && !isDocumentId(id)
}

function problemOf(
  fields: readonly FlattenedField[],
  values: Values,
  mayLack: boolean,
  prefix = '',
): string | null {
  for (const field of fields) {
    const problem = valueProblem(field, values[field.name], mayLack, prefix + field.name)
    if (problem) return problem
  }
  return null
}

function valueProblem(
  field: FlattenedField,
  value: unknown,
  mayLack: boolean,
  name: string,
): string | null {
  if (field.type === 'join' || field.name === 'id' || ('virtual' in field && field.virtual)) {
    return null
  }
  const isConditional = Boolean(field.admin?.condition)
  if (field.type === 'group' || field.type === 'tab') {
    if (value !== undefined && !isObject(value)) return wrong(name)
    return problemOf(field.flattenedFields, value ?? {}, mayLack || isConditional, `${name}.`)
  }
  if (value === undefined) {
    const isNeeded = 'required' in field && field.required && !isConditional && !mayLack
    // A list without entries is kept as nothing.
    const isList = field.type === 'array' || field.type === 'blocks' || isMany(field)
    return isNeeded && !isList ? `thiếu giá trị bắt buộc “${name}”` : null
  }
  if (field.type === 'array' || field.type === 'blocks') {
    if (!Array.isArray(value)) return wrong(name)
    for (const [index, row] of value.entries()) {
      const problem = listRowProblem(field, row, mayLack || isConditional, `${name}[${index + 1}]`)
      if (problem) return problem
    }
    return null
  }
  const isRight = RIGHT[field.type]
  if (!isRight) return null
  const all = isMany(field) ? value : [value]
  return Array.isArray(all) && all.every((one) => isRight(one, field)) ? null : wrong(name)
}

function listRowProblem(
  field: Extract<FlattenedField, { type: 'array' | 'blocks' }>,
  row: unknown,
  mayLack: boolean,
  name: string,
): string | null {
  if (!isObject(row) || (row.id !== undefined && typeof row.id !== 'string')) return wrong(name)
  if (field.type === 'array') return problemOf(field.flattenedFields, row, mayLack, `${name}.`)
  const block = field.blocks.find(({ slug }) => slug === row.blockType)
  return block ? problemOf(block.flattenedFields, row, mayLack, `${name}.`) : wrong(name)
}

type IsRight = (value: unknown, field: FlattenedField) => boolean

const isText: IsRight = (value) => typeof value === 'string'

/** By type; what is not here may hold anything that JSON can. */
const RIGHT: Partial<Record<FlattenedField['type'], IsRight>> = {
  text: isText,
  textarea: isText,
  email: isText,
  code: isText,
  radio: isText,
  select: isText,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  checkbox: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  relationship: isReference,
  upload: isReference,
}

function isReference(value: unknown, field: FlattenedField): boolean {
  const relationTo = 'relationTo' in field ? field.relationTo : undefined
  if (!Array.isArray(relationTo)) return isText(value, field)
  if (!isObject(value)) return false
  const { relationTo: collection, value: id } = value
  return typeof id === 'string' && (relationTo as unknown[]).includes(collection)
}

function isMany(field: FlattenedField): boolean {
  return 'hasMany' in field && Boolean(field.hasMany)
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(name: string): string {
  return `giá trị của “${name}” sai kiểu`
}
