import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { errorPage, type ErrorStatus } from './error-page.ts'
import { judge, type Representation } from './preconditions.ts'
import { sendAnswer } from './send-answer.ts'

/**
 * Sends a file below `root` by its decoded relative name, as the conditions and the range of the
 * request ask (200, 206, 304, 412, 416). Headers that are set already are kept. Settles when the
 * answer has ended.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  name: string,
): Promise<void> {
  const file = await representationOf(join(root, name))
  if (!file) return sendFailure(request, response, 404)
  response.setHeader('accept-ranges', 'bytes')
  response.setHeader('etag', file.etag)
  response.setHeader('last-modified', new Date(file.modified).toUTCString())
  const judged = judge(request.method, request.headers, file)
  switch (judged.status) {
    case 304:
      forget(response, ['content-encoding', 'content-type'])
      response.writeHead(304).end()
      return
    case 412:
      return sendFailure(request, response, 412)
    case 416:
      forget(response, OF_THE_FILE)
      response.writeHead(416, { 'content-range': `bytes */${file.size}`, 'content-length': 0 })
      response.end()
      return
    case 206:
      response.statusCode = 206
      response.setHeader('content-range', `bytes ${judged.start}-${judged.end}/${file.size}`)
      return stream(request, response, root, name, judged)
    case 200:
      return stream(request, response, root, name)
  }
}

/** `null` where there is no such file. */
async function representationOf(path: string): Promise<Representation | null> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  if (!found?.isFile()) return null
  const { size, mtimeMs, mtimeNs, ino } = found
  const hash = createHash('sha256').update([size, mtimeNs, ino].join())
  const etag = `"${hash.digest('hex').slice(0, 32)}"`
  return { etag, modified: Number(mtimeMs), size: Number(size) }
}

/** `send` opens the file, tells its type and sends its bytes; conditions were judged before. */
async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  name: string,
  range: { readonly start?: number; readonly end?: number } = {},
): Promise<void> {
  const bare: IncomingMessage = Object.create(request, { headers: { value: {} } })
  const encoded = encodeURIComponent(name).replaceAll('%2F', '/')
  const { start, end } = range
  const failure = await new Promise<SendError | null>((settle) => {
    response.once('close', () => settle(null))
    send(bare, encoded, { ...OPTIONS, root, ...(start === undefined ? {} : { start, end }) })
      .on('error', settle)
      .pipe(response)
  })
  if (!failure) return
  if (response.headersSent) response.destroy()
  else await sendFailure(request, response, failure.status < 500 ? 404 : 500)
}

const OPTIONS = {
  acceptRanges: false,
  cacheControl: false,
  dotfiles: 'deny',
  etag: false,
  index: false,
  lastModified: false,
} as const

interface SendError extends Error {
  readonly status: number
}

const OF_THE_FILE = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-range',
  'content-type',
]

function forget(response: ServerResponse, names: readonly string[]): void {
  for (const name of names) response.removeHeader(name)
}

async function sendFailure(
  request: IncomingMessage,
  response: ServerResponse,
  status: ErrorStatus,
): Promise<void> {
  forget(response, [...OF_THE_FILE, 'accept-ranges', 'etag', 'last-modified'])
  await sendAnswer(request, response, errorPage(status), [])
}
