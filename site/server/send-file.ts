import type { IncomingMessage, ServerResponse } from 'node:http'
import send from 'send'
import { errorPage, type ErrorStatus } from './error-page.ts'
import { sendAnswer } from './send-answer.ts'

/**
 * Sends a file below `root` by its decoded relative name: ranges (206, 416), `If-Range`, 304.
 * Headers that are set already are kept. Settles when the answer has ended.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  name: string,
): Promise<void> {
  const failure = await new Promise<SendError | null>((settle) => {
    response.once('close', () => settle(null))
    send(request, encodeURIComponent(name).replaceAll('%2F', '/'), { ...OPTIONS, root })
      .on('error', settle)
      .pipe(response)
  })
  if (!failure) return
  if (response.headersSent) response.destroy()
  else await sendFailure(request, response, failure)
}

const OPTIONS = { cacheControl: false, index: false, dotfiles: 'deny' } as const

interface SendError extends Error {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
}

async function sendFailure(request: IncomingMessage, response: ServerResponse, failure: SendError) {
  for (const name of ['cache-control', 'content-disposition', 'content-encoding', 'content-type']) {
    response.removeHeader(name)
  }
  if (failure.status === 416) {
    response.writeHead(416, { ...failure.headers, 'content-length': 0 }).end()
    return
  }
  const status: ErrorStatus = failure.status < 500 ? 404 : 500
  await sendAnswer(request, response, errorPage(status), [])
}
