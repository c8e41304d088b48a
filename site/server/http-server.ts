import { createServer, type IncomingMessage } from 'node:http'
import type { Config } from '#shared/config.ts'
import { takeConnections } from './direct-hits/direct-connections.ts'
import { KEEP_ALIVE_MS } from './page-cache/answer-head.ts'
import type { Answering } from './request-handler.ts'

const LIMITS = {
  // Slow senders are cut off (408); the time to answer is the worker's business.
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: KEEP_ALIVE_MS,
  maxHeaderSize: 16 * 1024,
  // Judged with all other faults of a request, and answered with a page (host.ts).
  requireHostHeader: false,
}

const REST_LIMITS = {
  // Longer than clients are told, so that a request of the last moment finds its connection.
  idleMs: KEEP_ALIVE_MS + 1_000,
  stalledMs: 40_000,
}

const SWEEP_MS = 50

export interface Listening {
  /** Takes no new requests, lets those under way finish, and cuts off what takes too long. */
  finish(longestMs: number): Promise<void>
}

/**
 * Listens on the site's address.
 * @throws where the port is taken or not allowed
 */
export async function listen(
  config: Config,
  { handle, refused, direct }: Answering,
): Promise<Listening> {
  const server = createServer(LIMITS, handle)
  // Who asks first whether a large body is welcome is told before sending it.
  server.on('checkContinue', (request: IncomingMessage, response) => {
    const isWelcome = Number(request.headers['content-length'] ?? 0) <= config.limits.form
    if (isWelcome) response.writeContinue()
    handle(request, response)
  })
  server.on('checkExpectation', handle)
  server.on('clientError', refused.refuse)
  const directly = takeConnections(server, direct, REST_LIMITS)
  const { host, port } = config.site
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })

  return {
    async finish(longestMs) {
      const cutOff = setTimeout(() => {
        server.closeAllConnections()
        directly.destroy()
      }, longestMs)
      // A connection that is kept alive becomes idle only when its last request is answered.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
      const closed = new Promise((resolve) => server.close(resolve))
      directly.end()
      await closed
      clearInterval(sweep)
      clearTimeout(cutOff)
    },
  }
}
