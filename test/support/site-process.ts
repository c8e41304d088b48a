import { SITE_ARGS } from '#cms/commands/start/processes.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'

export interface SiteProcess {
  readonly origin: string
  readonly port: number
  readonly pid: number
  /** Asks without following redirects. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Sends bytes as they are and gives all that comes back until the connection closes. */
  sendRaw(bytes: string | Buffer): Promise<string>
  log(): string
  /** Tells it something, as the start does. */
  tell(message: object): void
  /** Sends a signal that does not end the process. */
  signal(signal: NodeJS.Signals): void
  /** Sends a signal and gives how the process ended, and after how many milliseconds. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>
}

/** Reads the figures of the sites that are started here. */
export const METRICS_TOKEN = 'ma-doc-so-lieu-thu-nghiem'
export const METRICS_HEADERS = { authorization: `Bearer ${METRICS_TOKEN}` }

/** Time for a hook or a test that starts a site: 4 s on an idle machine, far more on a busy one. */
export const START_LIMIT_MS = 120_000

/**
 * The real site server on a free port, with this test file's database (openPortal copies it), once
 * its worker answers (or, until /healthz, as soon as it listens).
 */
export async function startSite(
  settings: Record<string, string> = {},
  { until = '/readyz' }: { until?: '/readyz' | '/healthz' } = {},
): Promise<SiteProcess> {
  if (!existsSync('dist/site/server/entry.mjs')) {
    throw new Error('The site is not built. Run `npm run build` first.')
  }
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, SITE_ARGS, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SITE_PORT: String(port),
      SITE_URL: origin,
      LOG_LEVEL: 'debug',
      METRICS_TOKEN,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  }
  const exit = once(child, 'exit') as Promise<[number | null]>
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  void exit.then(() => process.off('exit', kill))
  const ask = (path: string, init?: RequestInit) =>
    fetch(`${origin}${path}`, {
      redirect: 'manual',
      ...(path === '/metrics' ? { headers: METRICS_HEADERS } : {}),
      ...init,
    })
  await untilGood(
    () => ask(until),
    () => child.exitCode,
    () => log,
  )

  return {
    origin,
    port,
    pid: child.pid ?? 0,
    ask,
    log: () => log,
    tell: (message) => void child.send(message),
    signal: (signal) => void child.kill(signal),
    sendRaw: (bytes) => sendRaw(port, bytes),
    async stop(signal = 'SIGTERM') {
      const startedAt = performance.now()
      child.kill(signal)
      const [code] = await exit
      return { code, ms: performance.now() - startedAt }
    },
  }
}

async function untilGood(
  ask: () => Promise<Response>,
  exitCode: () => number | null,
  log: () => string,
): Promise<void> {
  const end = Date.now() + START_LIMIT_MS - 10_000
  for (;;) {
    if (exitCode() !== null) throw new Error(`The site ended at its start:\n${log()}`)
    const answer = await ask().catch(() => null)
    if (answer?.status === 200) return
    if (Date.now() > end) throw new Error(`The site is not ready:\n${log()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.write(bytes)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}
