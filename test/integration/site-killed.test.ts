import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNews, unique } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'
import { readSteadily } from '#test/support/steady-readers.ts'

const SAVER = fileURLToPath(new URL('../support/saving-process.ts', import.meta.url))
const ENDER = new URL('../support/worker-ender.ts', import.meta.url).href
const PAGES_BETWEEN = 50

let portal: TestPortal
let site: SiteProcess

beforeAll(async () => {
  portal = await openPortal()
  site = await startSite({ NODE_OPTIONS: `--import=${ENDER}` })
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

const soon = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 60_000, interval: 50 })
const read = async (path: string) => (await site.ask(path)).text()
const restarts = async () =>
  Number(/^portal_worker_restarts_total (\d+)$/m.exec(await read('/metrics'))?.[1])
const isReady = async () => (await site.ask('/readyz')).status === 200

test(
  'whoever reads notices nothing while the cms that publishes and the worker that renders are killed',
  async () => {
    const { payload } = portal
    const article = await buildNews(payload)
    const path = `/tin-tuc/${article.slug}`
    const seen = ['/', '/tin-tuc', '/van-ban', path]
    for (const one of seen) await soon(async () => (await site.ask(one)).status).toBe(200)
    const readers = readSteadily(site, seen)
    for (const kill of [1, 2]) {
      const saver = fork(SAVER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      await once(saver, 'message')
      const before = readers.good()
      await soon(async () => readers.good()).toBeGreaterThan(before + PAGES_BETWEEN)
      site.signal('SIGUSR2')
      saver.kill('SIGKILL')
      await once(saver, 'exit')
      await soon(restarts).toBe(kill)
      await soon(isReady).toBe(true)
    }
    const title = unique('Tên sau đó')
    await payload.update({ collection: 'news', id: article.id, data: { title } })
    await soon(() => read(path)).toContain(title)
    expect(await readers.stop()).toEqual([])
  },
  2 * START_LIMIT_MS,
)
