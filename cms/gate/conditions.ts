import type { Found } from './field-paths.ts'

const EQUALITY = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const
const WORDS = ['like', 'not_like', 'contains'] as const

/** What each type of field may be asked, by the operators of Payload's own filters. */
export const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  id: [...EQUALITY, ...WORDS],
  text: [...EQUALITY, ...WORDS, ...ORDER],
  textarea: [...EQUALITY, ...WORDS],
  email: [...EQUALITY, ...WORDS],
  number: [...EQUALITY, ...ORDER],
  date: [...EQUALITY, ...ORDER],
  checkbox: ['equals', 'not_equals', 'exists'],
  select: EQUALITY,
  relationship: EQUALITY,
  upload: EQUALITY,
  // What else Payload offers of them fails on SQLite, as `all` does for every field.
  pair: ['equals'],
  pairId: ['equals', 'not_equals', 'exists'],
  pairSlug: ['equals', 'not_equals'],
  richText: ['like', 'contains', 'exists'],
}

const LONGEST_TEXT = 1_000
const MOST_VALUES = 1_000
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/
const IDS = new Set(['id', 'relationship', 'upload', 'pairId'])
const ID = /^[\w.:@-]{1,100}$/

/** Whether a field may be asked with this operator. */
export function isOperatorOf({ type }: Found, operator: string): boolean {
  return OPERATORS[type]?.includes(operator) ?? false
}

/** Whether a value can be compared with what such a field holds. */
export function isValueOf(found: Found, operator: string, value: unknown): boolean {
  if (operator === 'exists') return isBoolean(value)
  if (operator === 'in' || operator === 'not_in') {
    const values = Array.isArray(value) ? value : String(value).split(',')
    const isScalar = Array.isArray(value) || isPlain(value)
    return isScalar && values.length <= MOST_VALUES && values.every((one) => isOne(found, one))
  }
  if (found.type === 'pair') return isPair(value)
  if (value === null || value === '' || value === 'null') return !isWord(operator)
  return isWord(operator) ? isText(value) : isOne(found, value)
}

function isOne({ type }: Found, value: unknown): boolean {
  if (value === null || value === 'null' || value === '') return true
  if (type === 'number') return NUMBER.test(String(value)) && isPlain(value)
  if (type === 'date') return isPlain(value) && isMoment(String(value))
  if (type === 'checkbox') return isBoolean(value)
  return IDS.has(type) ? isId(value) : isText(value)
}

function isWord(operator: string): boolean {
  return (WORDS as readonly string[]).includes(operator)
}

function isText(value: unknown): boolean {
  return isPlain(value) && String(value).length <= LONGEST_TEXT
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isId(value: unknown): boolean {
  return isPlain(value) && ID.test(String(value))
}

function isPair(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { relationTo, value: id } = value as { relationTo?: unknown; value?: unknown }
  return typeof relationTo === 'string' && isId(relationTo) && isId(id)
}

/** Of the years that a date in the database can have. */
function isMoment(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= 0 && year <= 9_999
}

function isBoolean(value: unknown): boolean {
  return value === true || value === false || value === 'true' || value === 'false'
}
