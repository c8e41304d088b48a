import type { IncomingMessage } from 'node:http'

/** Why a body was not taken, as the HTTP status that says so. */
export class BodyRefused extends Error {
  override name = 'BodyRefused'
  readonly status: 408 | 413
  constructor(status: 408 | 413) {
    super(`body refused with ${status}`)
    this.status = status
  }
}

const SLOWEST_MS = 15_000

/**
 * Reads a body of at most `limit` bytes. What is too large by its own word is refused unread.
 * @throws BodyRefused
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  slowestMs = SLOWEST_MS,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyRefused(413)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let isSettled = false
    const settle = (finish: () => void) => {
      // A request ends and then closes: an error that nobody hears of is not worth its making.
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      request.off('data', take)
      finish()
    }
    const take = (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > limit) settle(() => reject(new BodyRefused(413)))
    }
    const timer = setTimeout(() => settle(() => reject(new BodyRefused(408))), slowestMs)
    request.on('data', take)
    request.once('end', () => settle(() => resolve(new Uint8Array(Buffer.concat(chunks)))))
    request.once('error', (error) => settle(() => reject(error)))
    request.once('close', () => settle(() => reject(new BodyRefused(408))))
  })
}

const MOST_DRAINED_BYTES = 64 * 1024 * 1024
const LONGEST_DRAIN_MS = 10_000

/**
 * Reads the rest of a refused body away, within bounds: closing while the other side still sends
 * would reset the connection, and our answer would be lost on the way.
 */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  let size = 0
  const end = () => request.socket.destroy()
  const timer = setTimeout(end, LONGEST_DRAIN_MS)
  request.once('close', () => clearTimeout(timer))
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MOST_DRAINED_BYTES) end()
  })
}

/**
 * Where the connection ends with the answer, as behind many proxies, the rest of a body that nobody
 * read is read away first, within bounds: else the answer is lost to the reset.
 */
export async function drainBeforeClosing(request: IncomingMessage): Promise<void> {
  const isWaiting = request.headers.expect !== undefined
  if (!endsWithAnswer(request) || isWaiting || request.complete || request.destroyed) return
  await new Promise<void>((resolve) => {
    let size = 0
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, LONGEST_DRAIN_MS)
    request.once('end', done)
    request.once('close', done)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_DRAINED_BYTES) done()
    })
  })
}

function endsWithAnswer({ headers, httpVersion }: IncomingMessage): boolean {
  const connection = headers.connection ?? ''
  return httpVersion === '1.0' ? !/keep-alive/i.test(connection) : /close/i.test(connection)
}
