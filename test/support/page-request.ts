import type { PageRequest } from '#site/server/exchange.ts'

/** Somebody asks to read a page, in the way that is the same for all. */
export function pageRequest(path: string): PageRequest {
  return { method: 'GET', path, query: '', headers: [], body: null, clientAddress: '' }
}
