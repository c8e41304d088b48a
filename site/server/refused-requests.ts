import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { errorPage } from './error-page.ts'
import type { FinishedResponse, Header } from './exchange.ts'
import { PreparedPage } from './page-cache/prepared-page.ts'
import { movedTo, parseTarget } from './request-target.ts'

/** What node:http tells of bytes that are no request. */
export interface ParseError extends Error {
  readonly code?: string
  readonly bytesParsed?: number
  readonly rawPacket?: Buffer
}

export interface RefusedRequests {
  /** Notes the last request that came on a connection. */
  note(request: IncomingMessage, response: ServerResponse): void
  /** Answers what node:http cannot read, and ends the connection. */
  refuse(error: ParseError, socket: Socket): void
}

/** A client that does not take its answer, or sends on and on, is cut off. */
const LONGEST_END_MS = 2_000

/**
 * The answers to what node:http refuses by itself: its own have neither a page nor the headers of
 * all answers.
 * @param count is told the status of every answer
 */
export function refusedRequests(
  common: readonly Header[],
  count: (status: number) => void,
): RefusedRequests {
  const last = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>()
  const ended = new WeakSet<Socket>()

  const end = async (error: ParseError, socket: Socket, isCut = false) => {
    const answer = answerTo(error)
    const bytes = await bytesOf(answer, common)
    if (!socket.writable) return
    count(answer.status)
    const timer = setTimeout(() => socket.destroy(), LONGEST_END_MS)
    socket.once('close', () => clearTimeout(timer))
    socket.end(bytes)
    if (isCut) socket.destroySoon()
  }

  return {
    note(request, response) {
      last.set(request.socket, { request, response })
    },
    refuse(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy()
        return
      }
      if (ended.has(socket)) return
      ended.add(socket)
      const { request, response } = last.get(socket) ?? {}
      if (!request || !response || response.writableFinished) void end(error, socket)
      // The bad bytes came behind a request whose answer is still to be sent.
      else if (request.complete) response.once('close', () => void end(error, socket))
      // They are the body of that request: it gets this answer, if none has begun.
      else if (response.socket && !response.headersSent) {
        void end(error, socket, true)
      } else socket.destroy()
    },
  }
}

const STATUSES = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
} as const

function answerTo(error: ParseError): FinishedResponse {
  const location = error.code === 'HPE_INVALID_URL' ? encodedTarget(error) : null
  if (location !== null) return movedTo(location)
  return errorPage(STATUSES[error.code as keyof typeof STATUSES] ?? 400)
}

/**
 * Where a target leads whose letters were sent as they are, in UTF-8, as some programs do with a
 * link that somebody typed or pasted; browsers encode them (RFC 3987, 3.1).
 */
function encodedTarget({ rawPacket, bytesParsed = 0 }: ParseError): string | null {
  const text = rawPacket?.toString('latin1') ?? ''
  const start = text.lastIndexOf('\n', bytesParsed - 1) + 1
  const [, target] = REQUEST_LINE.exec(text.slice(start)) ?? []
  if (target === undefined) return null
  try {
    const letters = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(target, 'latin1'))
    const encoded = letters.replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    const judged = parseTarget(encoded)
    if (judged.kind === 'refused') return null
    return judged.kind === 'moved' ? judged.location : encoded
  } catch {
    // No UTF-8.
    return null
  }
}

const REQUEST_LINE = /^(?:GET|HEAD) (\/[\x21-\x7e\x80-\xff]*) HTTP\/1\.[01]\r?\n/

async function bytesOf(answer: FinishedResponse, common: readonly Header[]): Promise<Buffer> {
  const { headers, body } = await new PreparedPage(answer, common).variant('identity')
  const lines = headers.flatMap((name, at) =>
    at % 2 === 0 ? [`${name}: ${headers[at + 1] ?? ''}`] : [],
  )
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    ...lines,
    `Date: ${new Date().toUTCString()}`,
    'Connection: close',
    '\r\n',
  ]
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), body])
}
