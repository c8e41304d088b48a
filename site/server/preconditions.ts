import type { IncomingHttpHeaders } from 'node:http'

/** A file as it would be sent. */
export interface Representation {
  /** A strong one: other bytes, another tag. */
  readonly etag: string
  /** When it was last changed, milliseconds since 1970. */
  readonly modified: number
  readonly size: number
}

/** How a request for it is to be answered; `end` is the last byte. */
export type Judged =
  | { readonly status: 200 | 304 | 412 | 416 }
  | { readonly status: 206; readonly start: number; readonly end: number }

/**
 * Judges the conditions and the range of a request for something that is there, in the order of
 * RFC 9110, 13.2.2.
 */
export function judge(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  { etag, modified, size }: Representation,
  now: number = Date.now(),
): Judged {
  const second = Math.floor(modified / 1000) * 1000
  if (isLost(headers, etag, second)) return { status: 412 }
  if (isKnown(headers, etag, second)) return { status: 304 }
  if (method !== 'GET' || headers.range === undefined) return { status: 200 }
  const isSame = isSameAsBefore([headers['if-range']].flat()[0], etag, second, now)
  return isSame ? rangeOf(headers.range, size) : { status: 200 }
}

/** Whether `If-Match` names something else than `etag`; it compares strongly (RFC 9110, 13.1.1). */
export function isOther(wanted: string | undefined, etag: string): boolean {
  return wanted !== undefined && wanted.trim() !== '*' && !tagsIn(wanted).includes(etag)
}

/** What the client wants is not there any more. */
function isLost(headers: IncomingHttpHeaders, etag: string, second: number): boolean {
  if (headers['if-match'] !== undefined) return isOther(headers['if-match'], etag)
  const unmodified = dateIn(headers['if-unmodified-since'])
  return unmodified !== null && second > unmodified
}

/** What the client has is what it would get; tags are compared weakly (RFC 9110, 13.1.2). */
function isKnown(headers: IncomingHttpHeaders, etag: string, second: number): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) {
    return known.trim() === '*' || tagsIn(known).some((tag) => tag.replace(/^W\//, '') === etag)
  }
  const since = dateIn(headers['if-modified-since'])
  return since !== null && second <= since
}

/** `If-Range`: a strong tag, or the very date, unless it may change within its second (13.1.5). */
function isSameAsBefore(
  wanted: string | undefined,
  etag: string,
  second: number,
  now: number,
): boolean {
  if (wanted === undefined) return true
  if (/^(?:W\/)?"/.test(wanted)) return wanted === etag
  return dateIn(wanted) === second && now - second >= 2_000
}

/**
 * One range of bytes (RFC 9110, 14.1.2). What is not valid is as if it were not there; several at
 * once get the whole, which is allowed.
 */
function rangeOf(range: string, size: number): Judged {
  const [, list] = /^bytes=(.*)$/is.exec(range) ?? []
  const specs = (list ?? '').split(',').map((part) => /^[ \t]*(\d*)-(\d*)[ \t]*$/.exec(part))
  const wanted = specs.map((spec) => spanOf(spec?.[1] ?? '', spec?.[2] ?? '', size))
  if (wanted.includes('invalid')) return { status: 200 }
  const found = wanted.filter((span) => typeof span !== 'string')
  const [only] = found
  if (!only) return { status: 416 }
  // Of nothing there is no first byte that an answer could name.
  return found.length > 1 || size === 0 ? { status: 200 } : { status: 206, ...only }
}

type Span = { readonly start: number; readonly end: number }

function spanOf(first: string, last: string, size: number): Span | 'invalid' | 'outside' {
  if (first === '') {
    if (last === '') return 'invalid'
    return Number(last) === 0
      ? 'outside'
      : { start: Math.max(0, size - Number(last)), end: size - 1 }
  }
  if (last !== '' && Number(last) < Number(first)) return 'invalid'
  if (Number(first) >= size) return 'outside'
  return { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

function tagsIn(list: string): string[] {
  return list.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []
}

/** An HTTP-date in any of its three forms (RFC 9110, 5.6.7); `null` for what is none. */
function dateIn(value: string | undefined): number | null {
  const isAsctime = ASCTIME.test(value ?? '')
  if (value === undefined || !(isAsctime || HTTP_DATE.test(value))) return null
  const time = Date.parse(isAsctime ? `${value} GMT` : value)
  return Number.isNaN(time) ? null : time
}

const HTTP_DATE = /^[A-Z][a-z]+, \d{2}[ -][A-Z][a-z]{2}[ -](?:\d{4}|\d{2}) [\d:]{8} GMT$/
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/
