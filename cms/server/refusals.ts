import {
  STATUS_CODES,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { Socket } from 'node:net'
import type { Header } from './security-headers.ts'

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không hợp lệ.',
  404: 'Không có địa chỉ này.',
  405: 'Địa chỉ này không nhận yêu cầu kiểu đó.',
  408: 'Yêu cầu gửi đến quá chậm.',
  413: 'Nội dung gửi lên quá lớn.',
  417: 'Máy chủ không đáp ứng được điều kiện của yêu cầu.',
  431: 'Phần đầu của yêu cầu quá dài.',
  500: 'Máy chủ gặp lỗi. Xin thử lại sau.',
  503: 'Máy chủ đang bận. Xin thử lại sau ít phút.',
}

/** Answers a request that goes no further, as the API answers: one message, as JSON. */
export function refuse(
  { complete, headers: sent }: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = bodyOf(status)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    // What was not read of the body is not waited for.
    ...(hasBody(sent) && !complete ? { connection: 'close' } : {}),
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Answers on a bare connection what is no request at all, and closes it. */
export function refuseConnection(
  error: NodeJS.ErrnoException,
  socket: Socket,
  common: readonly Header[],
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = STATUS_OF_CODE[error.code ?? ''] ?? 400
  const body = bodyOf(status)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    ...common.map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function bodyOf(status: number): string {
  return JSON.stringify({ errors: [{ message: MESSAGES[status] ?? MESSAGES[400] }] })
}

function hasBody(headers: IncomingHttpHeaders): boolean {
  const length = Number(headers['content-length'] ?? 0)
  return length > 0 || headers['transfer-encoding'] !== undefined
}
