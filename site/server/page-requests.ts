import type { IncomingMessage } from 'node:http'
import { knownQuery, ROUTES } from '#shared/routes.ts'
import type { Header, PageRequest } from './exchange.ts'

/** Pages that take a posted form; every other page is only read. */
export function isFormPath(path: string): boolean {
  return FORM_PATHS.has(path) || REPLY.test(path)
}

/** Nothing of the one who asks reaches the page: no headers, no body. */
export function isSameForAll(request: PageRequest): boolean {
  return request.method === 'GET' && request.headers.length === 0
}

/** Paths that Astro answers for its own ends, and the 500 page, which nobody asks for. */
export function isInternalPath(path: string): boolean {
  return path.startsWith('/_') || path === '/500'
}

/**
 * A page for reading. Pages with forms and previews see the whole query and the headers by which a
 * post is judged; all others see the parameters they know, and nothing of the one who asks.
 */
export function readingOf(
  request: IncomingMessage,
  path: string,
  query: string,
  clientAddress: string,
): PageRequest {
  const isOwn = isFormPath(path) || path === ROUTES.preview
  const known = isOwn ? query : asQuery(knownQuery(path, new URLSearchParams(query)))
  const headers = isOwn ? headersFor(request) : []
  return {
    method: 'GET',
    path,
    query: known,
    headers,
    body: null,
    clientAddress: isOwn ? clientAddress : '',
  }
}

/** A posted form. */
export function postOf(
  request: IncomingMessage,
  path: string,
  query: string,
  clientAddress: string,
  body: Uint8Array<ArrayBuffer>,
): PageRequest {
  return { method: 'POST', path, query, headers: headersFor(request), body, clientAddress }
}

const FORM_PATHS: ReadonlySet<string> = new Set([ROUTES.askQuestion, ROUTES.contact, ROUTES.rate])
const REPLY = new RegExp(`^${ROUTES.news}/[^/]+/tra-loi$`)
const JUDGED = ['content-type', 'origin', 'referer', 'sec-fetch-site', 'user-agent']

/** A single marker header keeps even a bare request from counting as the same for all. */
function headersFor(request: IncomingMessage): Header[] {
  const kept = JUDGED.flatMap((name): Header[] => {
    const value = request.headers[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  return [['cache-control', 'no-store'], ...kept]
}

function asQuery(query: URLSearchParams): string {
  return query.size > 0 ? `?${query}` : ''
}
