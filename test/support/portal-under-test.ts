import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntilAnswers } from '#cms/commands/start/answers.ts'
import { removeData, testEnvironment } from './test-environment.ts'

/** Where a running portal answers and keeps its data. */
export interface PortalUnderTest {
  readonly siteUrl: string
  readonly cmsUrl: string
  readonly dataDir: string
}

export interface StartedPortal extends PortalUnderTest {
  /** Stops both processes and removes the data. */
  stop(): Promise<void>
}

const START_LIMIT_MS = 6 * 60_000
const PAGES_LIMIT_MS = 60_000
const READY = 'Cổng thông tin đã sẵn sàng'
const GIVEN_UP = 'chưa trả lời; hãy xem các dòng báo lỗi'

/**
 * Runs a whole portal, as `npm start` does, on free ports and a data folder of its own.
 * @param content what its database holds
 */
export async function startPortal(content: 'sample' | 'empty'): Promise<StartedPortal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-e2e-'))
  const [sitePort, cmsPort] = await freePorts(2)
  const options = content === 'empty' ? ['--empty'] : []
  const portal = spawn(process.execPath, ['cms/commands/cli.ts', 'start', ...options], {
    env: {
      ...process.env,
      ...testEnvironment(dataDir),
      SITE_PORT: String(sitePort),
      CMS_PORT: String(cmsPort),
      // So that tests can come from several addresses (addresses.ts).
      TRUSTED_PROXIES: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const siteUrl = `http://localhost:${sitePort}`
  const stop = async () => {
    if (portal.exitCode === null && portal.signalCode === null) {
      const gone = once(portal, 'exit')
      portal.kill('SIGTERM')
      await gone
    }
    await removeData(dataDir)
  }
  try {
    await untilReady(portal)
    // Health comes before the render worker; pages come after it.
    if (!(await waitUntilAnswers(`${siteUrl}/readyz`, { timeoutMs: PAGES_LIMIT_MS }))) {
      throw new Error('The site answers, but it renders no pages.')
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { siteUrl, cmsUrl: `http://localhost:${cmsPort}`, dataDir, stop }
}

/** Resolves when the start says that it is ready; what it wrote is in the error if it fails. */
function untilReady(portal: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (reason: string) => reject(new Error(`The portal ${reason}:\n${output}`))
    const timer = setTimeout(fail, START_LIMIT_MS, 'did not start in time')
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const isReady = output.includes(READY)
      if (!isReady && !output.includes(GIVEN_UP)) return
      clearTimeout(timer)
      if (isReady) resolve()
      else fail('has a part that does not answer')
    }
    portal.stdout?.on('data', read)
    portal.stderr?.on('data', read)
    portal.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with code ${code} before it was ready`)
    })
  })
}

/** Ports that nobody listens on; all are held until the last is found, so that they differ. */
async function freePorts(wanted: number): Promise<number[]> {
  const servers = Array.from({ length: wanted }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(
    servers.filter(({ listening }) => !listening).map((server) => once(server, 'listening')),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}
