import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Variant } from './prepared-page.ts'

/** Sends a prepared answer whole: 304 where the client has it already, no body for HEAD. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { body, etag, headers, unchangedHeaders }: Variant,
): void {
  const known = request.headers['if-none-match']
  if (known !== undefined && etag !== null && isUnchanged(known, etag)) {
    response.writeHead(304, unchangedHeaders).end()
    return
  }
  response.writeHead(status, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
function isUnchanged(known: string, etag: string): boolean {
  return known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}
