import { createServer, type Server } from 'node:http'
import next from 'next'
import { keepPrivate } from '#cms/storage/private-umask.ts'
import { ConfigError, readConfig, type Config } from '#shared/config.ts'
import { refuse, refuseConnection } from './refusals.ts'
import { requestHandler } from './request-handler.ts'
import { securityHeaders } from './security-headers.ts'

// The cms: settings → Next with Payload → http → signals. `node cms/server/main.ts start|dev`

const LIMITS = {
  // Slow senders are cut off (408). An upload may take its time on a slow line.
  headersTimeout: 15_000,
  requestTimeout: 15 * 60_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
  connectionsCheckingInterval: 5_000,
  // Judged with the other headers, and answered with ours.
  requireHostHeader: false,
}
const LONGEST_FINISH_MS = 8_000
const LONGEST_STOP_MS = 9_500
const SWEEP_MS = 50

keepPrivate()
const config = settingsOrExit()
const common = securityHeaders(config)
const isDevelopment = process.argv[2] === 'dev'
// Sockets to the browser tell of changed sources; nothing else is upgraded.
const server = createServer({ ...LIMITS, shouldUpgradeCallback: () => isDevelopment })
const { host: hostname, port } = config.cms
const app = next({ dev: isDevelopment, dir: 'cms', hostname, port, httpServer: server })
await app.prepare()
const handle = requestHandler(config, app.getRequestHandler())

server.on('request', (request, response) => {
  handle(request, response).catch((error: unknown) => {
    console.error(error)
    if (response.headersSent) response.destroy()
    else refuse(request, response, 500)
  })
})
server.on('checkExpectation', (request, response) => {
  for (const [name, value] of common) response.setHeader(name, value)
  refuse(request, response, 417)
})
server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
  refuseConnection(error, socket as never, common)
})
server.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.listen({ host: hostname, port })

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

function settingsOrExit(): Config {
  try {
    return readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** Requests under way are finished, then Next ends; the database closes with the process. */
async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
  await finish(server)
  await app.close()
  process.exit(0)
}

async function finish(listening: Server): Promise<void> {
  const cutOff = setTimeout(() => listening.closeAllConnections(), LONGEST_FINISH_MS)
  // A connection that is kept alive becomes idle only when its last request is answered.
  const sweep = setInterval(() => listening.closeIdleConnections(), SWEEP_MS)
  await new Promise((resolve) => listening.close(resolve))
  clearInterval(sweep)
  clearTimeout(cutOff)
}
