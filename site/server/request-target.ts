import type { FinishedResponse } from './exchange.ts'

/** Where a request wants to go: a clean path, a better address for it, or why it is refused. */
export type Target =
  | { readonly kind: 'path'; readonly path: string; readonly query: string }
  | { readonly kind: 'moved'; readonly location: string }
  | { readonly kind: 'refused'; readonly status: 400 | 414 }

const LONGEST = 2_000

/**
 * Judges a raw request target before anything else sees it. A path is decoded; `..`, control
 * characters, broken escapes and encoded slashes are refused. Pages have one address each: no
 * slash at the end, no double slashes, lower case (files keep theirs).
 */
export function parseTarget(raw: string): Target {
  if (raw.length > LONGEST) return { kind: 'refused', status: 414 }
  const cut = raw.indexOf('?')
  const rawPath = cut < 0 ? raw : raw.slice(0, cut)
  const query = cut < 0 || cut === raw.length - 1 ? '' : raw.slice(cut)
  if (!rawPath.startsWith('/') || /[\\#]|%(?:2f|5c)/i.test(rawPath)) return REFUSED
  const path = decode(rawPath)
  if (path === null || CONTROLS.test(path) || decode(query)?.includes('\0') !== false)
    return REFUSED
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return REFUSED

  const canonical = canonicalPath(path)
  return canonical === path
    ? { kind: 'path', path, query }
    : { kind: 'moved', location: `${encodePath(canonical)}${query}` }
}

/**
 * The path and query of an address of this site, to lead a reader back to; `null` for what is no
 * good one. Whatever it was made of, a browser cannot read it as another site.
 */
export function ownPath({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | null {
  const target = parseTarget(pathname + search)
  if (target.kind === 'refused') return null
  return target.kind === 'moved' ? target.location : `${encodePath(target.path)}${target.query}`
}

/** The answer that leads to another address for good. */
export function movedTo(location: string): FinishedResponse {
  return {
    status: 301,
    headers: [
      ['location', location],
      ['cache-control', 'public, max-age=3600'],
    ],
    body: new Uint8Array(),
    tags: [],
    expiresAt: null,
  }
}

/** A decoded path as it stands in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

const REFUSED: Target = { kind: 'refused', status: 400 }
/** Names of files keep their case. */
const FILE = /^\/tep\/|\.[a-z\d]+$/i

/** Control characters have no place in a path; NUL has none anywhere, it ends strings in C. */
const CONTROLS = /[\u0000-\u001f\u007f]/

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function canonicalPath(path: string): string {
  const single = path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
  return FILE.test(single) ? single : single.toLowerCase()
}
