import type { IncomingMessage, ServerResponse } from 'node:http'
import { isOther } from '../preconditions.ts'
import type { Variant } from './prepared-page.ts'

/**
 * Sends a prepared answer whole: 304 where the client has it already, 412 where
 * it wants another one, no body for HEAD.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { body, etag, headers, unchangedHeaders }: Variant,
): void {
  if (status === 200 && etag !== null && isOther(request.headers['if-match'], etag)) {
    response.writeHead(412, unchangedHeaders).end()
    return
  }
  if (isUnchanged(request.headers['if-none-match'], etag)) {
    response.writeHead(304, unchangedHeaders).end()
    return
  }
  response.writeHead(status, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

/** Whether `If-None-Match` names what would be sent; it compares weakly (RFC 9110, 13.1.2). */
export function isUnchanged(known: string | undefined, etag: string | null): boolean {
  if (known === undefined || etag === null) return false
  return known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}
