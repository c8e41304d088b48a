import type { FlattenedField } from 'payload'
import { BadRequest } from './bad-request.ts'
import { isRichText } from './rich-text-shape.ts'

/**
 * Checks that what a body brings for known fields has their types, since drafts are stored without
 * Payload's own validation and a database would fail. Unknown fields are of no account, nor are
 * those that the portal alone writes: hooks/sent-data.ts has dropped them.
 * @throws BadRequest that names the first field that is wrong
 */
export function checkTypes(fields: readonly FlattenedField[], data: object, path = ''): void {
  for (const field of fields) {
    if (BY_PORTAL.has(field.name) || !Object.hasOwn(data, field.name)) continue
    const value: unknown = (data as Record<string, unknown>)[field.name]
    if (value !== undefined) checkField(field, value, path + field.name)
  }
}

const BY_PORTAL = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt'])

function checkField(field: FlattenedField, value: unknown, path: string): void {
  if (value === null) return
  if (field.type === 'group' || field.type === 'tab') {
    if (!isRecord(value)) throw wrong(field, path, 'cần một nhóm trường')
    return checkTypes(field.flattenedFields, value, `${path}.`)
  }
  if (field.type === 'array') {
    // The admin writes 0 for a list without rows.
    if (value === 0 || value === '0') return
    if (!Array.isArray(value)) throw wrong(field, path, 'cần một danh sách')
    for (const [index, row] of value.entries()) {
      if (!isRecord(row)) throw wrong(field, `${path}.${index}`, 'cần một nhóm trường')
      checkTypes(field.flattenedFields, row, `${path}.${index}.`)
    }
    return
  }
  const problem = problemOf(field, value)
  if (problem) throw wrong(field, path, problem)
}

/** What is wrong with the type of one value; null where nothing is. */
function problemOf(field: FlattenedField, value: unknown): string | null {
  const isOf = TYPES[field.type]
  if (!isOf) return null
  const [test, wanted] = isOf
  const isList = 'hasMany' in field && field.hasMany === true
  const { relationTo } = field as { relationTo?: unknown }
  const isGood = (one: unknown) => test(one, Array.isArray(relationTo))
  if (!isList) return isGood(value) ? null : `cần ${wanted}`
  // One value for a list is taken for a list of one, nothing for an empty one.
  const values = Array.isArray(value) ? value : [value]
  return values.every(isGood) ? null : `cần danh sách gồm ${wanted}`
}

type Test = (value: unknown, isMixed: boolean) => boolean

const isText: Test = (value) => typeof value === 'string'
const isNumber: Test = (value) =>
  typeof value === 'number' || (typeof value === 'string' && Number.isFinite(Number(value)))
const isYesNo: Test = (value) =>
  typeof value === 'boolean' || ['true', 'false', ''].includes(value as string)

/** ISO 8601 or empty, within the years that every database can hold. */
const isMoment: Test = (value) => {
  if (value === '') return true
  const year = typeof value === 'string' ? new Date(value).getUTCFullYear() : Number.NaN
  return year >= 0 && year <= 9_999
}

/** An id, or the document that it stands for, as the admin sends what it has read. */
const isReference: Test = (value, isMixed) => {
  if (value === null || value === '') return true
  if (!isMixed) return isId(value) || (isRecord(value) && isId(value.id))
  if (!isRecord(value) || typeof value.relationTo !== 'string') return false
  return isReference(value.value, false)
}

const TYPES: Readonly<Record<string, readonly [Test, string]>> = {
  text: [isText, 'chữ'],
  textarea: [isText, 'chữ'],
  email: [isText, 'chữ'],
  code: [isText, 'chữ'],
  select: [isText, 'một lựa chọn'],
  radio: [isText, 'một lựa chọn'],
  number: [isNumber, 'số'],
  checkbox: [isYesNo, 'có hoặc không'],
  date: [isMoment, 'ngày giờ'],
  relationship: [isReference, 'mục đã có'],
  upload: [isReference, 'tệp đã có'],
  richText: [isRichText, 'văn bản có định dạng'],
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.:@-]{1,100}$/.test(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(field: FlattenedField, path: string, wanted: string): BadRequest {
  const own = 'label' in field ? field.label : undefined
  const label = typeof own === 'string' ? own : field.name
  return new BadRequest({ message: `Trường “${label}” sai kiểu: ${wanted}.`, path, label })
}
