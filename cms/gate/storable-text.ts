/**
 * A body with texts that every database keeps as they are and every page can show. U+0000 would cut
 * a text off on SQLite, the other control characters are not allowed in XML (XML 1.0, 2.2), halves
 * of surrogate pairs not in UTF-8. Nobody sees them or can find them, so they are taken out; the
 * line and page breaks of a word processor become blanks.
 */
export function storableTexts<Value>(value: Value, name = ''): Value {
  if (typeof value === 'string') return (NEVER_TEXT.has(name) ? value : clean(value)) as Value
  if (Array.isArray(value)) return value.map((part: unknown) => storableTexts(part, name)) as Value
  if (!isPlainObject(value)) return value
  const entries = Object.entries(value).map(([key, part]) => [key, storableTexts(part, key)])
  return Object.fromEntries(entries) as Value
}

/** It is hashed, so every character counts. */
const NEVER_TEXT = new Set(['password'])
const BREAKS = /[\u000b\u000c]/g
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/g

function clean(text: string): string {
  return text.replace(BREAKS, ' ').replace(CONTROLS, '').toWellFormed()
}

/** Dates, buffers and the like stay what they are. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
