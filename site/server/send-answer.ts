import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FinishedResponse } from './exchange.ts'

/** Sends a finished response: charset, strong ETag and 304, compression, no body for HEAD. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: FinishedResponse,
): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.appendHeader(name, value)
    else response.setHeader(name, withCharset(name, value))
  }
  const type = String(response.getHeader('content-type') ?? '')
  const isText = TEXT.test(type)
  const encoding = isText && answer.body.length >= WORTHWHILE_BYTES ? bestEncoding(request) : null
  if (isText) response.appendHeader('vary', 'Accept-Encoding')
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', REVALIDATE)
  if (answer.status === 200) {
    const etag = etagOf(answer.body, encoding)
    response.setHeader('etag', etag)
    if (isUnchanged(request, etag)) {
      response.removeHeader('content-type')
      response.writeHead(304).end()
      return
    }
  }
  const body = encoding ? await COMPRESS[encoding](answer.body) : answer.body
  if (encoding) response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', body.length)
  response.writeHead(answer.status)
  response.end(request.method === 'HEAD' ? undefined : body)
}

const REVALIDATE = 'public, max-age=0, must-revalidate'
const WORTHWHILE_BYTES = 512
const TEXT = /^(?:text\/|application\/(?:json|xml|rss\+xml|manifest\+json|ld\+json)|image\/svg)/

const COMPRESS = {
  br: (body: Uint8Array) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Uint8Array) => promisify(gzip)(body),
}

function withCharset(name: string, value: string): string {
  const lacksCharset = name === 'content-type' && TEXT.test(value) && !/charset=/i.test(value)
  return lacksCharset ? `${value}; charset=utf-8` : value
}

/** The encoding to use by `Accept-Encoding` (RFC 9110, 12.5.3); `null` for none. */
export function bestEncoding(request: IncomingMessage): 'br' | 'gzip' | null {
  const accepted = new Map<string, number>()
  for (const part of (request.headers['accept-encoding'] ?? '').split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    accepted.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const accepts = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : null
}

/** Strong: other bytes, another tag, so each encoding has its own (RFC 9110, 8.8.1). */
function etagOf(body: Uint8Array, encoding: string | null): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return encoding ? `"${hash}-${encoding}"` : `"${hash}"`
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
function isUnchanged(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match']
  if (!known) return false
  return known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}
