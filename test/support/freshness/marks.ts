import type { FlattenedField } from 'payload'
import { richText } from '#test/support/builders.ts'

let count = 0

/** A word that stands nowhere else: "dau007". */
export function newWord(): string {
  count += 1
  return `dau${String(count).padStart(3, '0')}`
}

/** Whether words can be put into a field by its type alone. */
export function isText(field: FlattenedField): boolean {
  return ['text', 'textarea', 'email', 'richText'].includes(field.type)
}

/** What a field holds to show a word: its kind says in which form. A search finds "khuyến công". */
export function holding(field: FlattenedField, word: string): unknown {
  const form = FORMS[field.name] ?? FORMS[field.type]
  const value = form ? form(word) : `Khuyến công ${word}`
  return 'hasMany' in field && field.hasMany ? [value] : value
}

const address = (word: string) => `https://example.vn/${word}`

/** By name, or by type. */
const FORMS: Readonly<Record<string, (word: string) => unknown>> = {
  richText: (word) => richText(`Khuyến công ${word}`),
  email: (word) => `${word}@example.vn`,
  slug: (word) => word,
  url: address,
  sourceUrl: address,
  website: address,
  to: address,
}
