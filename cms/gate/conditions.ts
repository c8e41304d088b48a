import type { Found } from './field-paths.ts'

const EQUALITY = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const
const WORDS = ['like', 'not_like', 'contains'] as const

/** What each type of field may be asked, by the operators of Payload's own filters. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
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
  richText: ['like', 'contains', 'exists'],
  array: ['exists'],
}

const LONGEST_TEXT = 1_000
const MOST_VALUES = 1_000
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/
const ID = /^[\w.:@-]{1,100}$/

/** Whether a field may be asked with this operator. */
export function isOperatorOf({ type, isList }: Found, operator: string): boolean {
  if (operator === 'all') return isList
  return OPERATORS[type]?.includes(operator) ?? false
}

/** Whether a value can be compared with what such a field holds. */
export function isValueOf(found: Found, operator: string, value: unknown): boolean {
  if (operator === 'exists') return isBoolean(value)
  if (operator === 'in' || operator === 'not_in' || operator === 'all') {
    const values = Array.isArray(value) ? value : String(value).split(',')
    const isScalar = Array.isArray(value) || isPlain(value)
    return isScalar && values.length <= MOST_VALUES && values.every((one) => isOne(found, one))
  }
  if (value === null || value === '' || value === 'null') return !isWord(operator)
  return isWord(operator) ? isText(value) : isOne(found, value)
}

function isOne({ type, isMixed }: Found, value: unknown): boolean {
  if (value === null || value === 'null' || value === '') return true
  if (type === 'number') return NUMBER.test(String(value)) && isPlain(value)
  if (type === 'date') return isPlain(value) && isMoment(String(value))
  if (type === 'checkbox') return isBoolean(value)
  if (type === 'relationship' || type === 'upload') {
    return isMixed && typeof value === 'object' ? isPair(value) : isId(value)
  }
  return type === 'id' ? isId(value) : isText(value)
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
