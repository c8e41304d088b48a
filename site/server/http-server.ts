import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Config } from '#shared/config.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const LIMITS = {
  // Slow senders are cut off (408); the time to answer is the worker's business.
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 20_000,
  maxHeaderSize: 16 * 1024,
}

const SWEEP_MS = 50

/**
 * Listens on the site's address.
 * @throws where the port is taken or not allowed
 */
export async function listen(config: Config, handle: Handler): Promise<Server> {
  const server = createServer(LIMITS, handle)
  // Who asks first whether a large body is welcome is told before sending it.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    const isWelcome = Number(request.headers['content-length'] ?? 0) <= config.limits.form
    if (isWelcome) response.writeContinue()
    handle(request, response)
  })
  const { host, port } = config.site
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return server
}

/** Takes no new requests, lets those under way finish, and cuts off what takes too long. */
export async function finish(server: Server, longestMs: number): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), longestMs)
  // A connection that is kept alive becomes idle only when its last request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(sweep)
  clearTimeout(cutOff)
}
