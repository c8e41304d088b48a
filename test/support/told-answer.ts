/**
 * An answer of the API as lines of `path = value`, in the order of paths, so that it can be kept and
 * compared. What every run makes anew (moments, ids of rows, bytes) is told by its kind.
 */
export function toldAnswer(answer: unknown): string {
  return linesOf(answer, '').toSorted().join('\n') + '\n'
}

function linesOf(value: unknown, path: string): string[] {
  const isEmpty = typeof value !== 'object' || value === null || Object.keys(value).length === 0
  if (isEmpty) return [`${path} = ${path.endsWith('filesize') ? 'bytes' : told(value)}`]
  if (Array.isArray(value))
    return value.flatMap((item, index) => linesOf(item, `${path}[${index}]`))
  return Object.entries(value).flatMap(([key, item]) =>
    linesOf(item, path ? `${path}.${key}` : key),
  )
}

function told(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if (/^[\da-f]{24}$/.test(value) || UUID.test(value)) return KNOWN.test(value) ? value : 'an id'
  if (ISO.test(value) && Math.abs(Date.now() - Date.parse(value)) < HOUR_MS) return 'now'
  return JSON.stringify(value)
}

const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/
/** Those that full-documents.ts gives. */
const KNOWN = /^01900000-0000-7000-8000-/
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const HOUR_MS = 3_600_000
