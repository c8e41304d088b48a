import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '#shared/config.ts'
import { buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { databaseUrl, startStandIn, type StandIn } from '#test/support/mongodb-server.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'
import { readSteadily } from '#test/support/steady-readers.ts'
import { testEnvironment } from '#test/support/test-environment.ts'

const { dataDir } = readConfig()
const file = join(dataDir, 'own-server')
let server: StandIn
let portal: TestPortal
let site: SiteProcess
let seen: string[]

const LONG = { timeout: 60_000, interval: 50 }
const soon = (what: () => Promise<unknown>) => expect.poll(what, LONG)
const status = async (path: string) => (await site.ask(path)).status
const unseen = async () => `/tin-tuc/${(await buildNews(portal.payload)).slug}`

beforeAll(async () => {
  // A server of its own: that of the other tests goes on.
  server = await startStandIn({ file })
  const own = { url: databaseUrl(server, 'portal_away'), isStandIn: true }
  Object.assign(process.env, testEnvironment(dataDir, own))
  portal = await openPortal()
  seen = ['/', '/van-ban', await unseen()]
  site = await startSite()
  for (const path of seen) await vi.waitUntil(async () => (await status(path)) === 200, LONG)
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
  await server?.stop()
})

/** The server goes away while people read, and comes back. */
async function throughAbsence(fresh: string, leave: () => unknown, comeBack: () => unknown) {
  const readers = readSteadily(site, seen)
  await leave()
  await soon(() => status('/tin-tuc/chua-ai-xem')).toBe(503)
  // The first one has waited; nobody after that does.
  const answer = await site.ask(fresh)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(await answer.text()).toContain('Hãy thử lại sau ít giây')
  await comeBack()
  await soon(() => status(fresh)).toBe(200)
  expect(await readers.stop()).toEqual([])
}

test('a server that hangs for a while leaves what was seen as it is, and the rest comes back with it', async () => {
  const fresh = await unseen()
  await throughAbsence(fresh, server.pause, server.resume)
}, 120_000)

test('so does one that is stopped and started again', async () => {
  const fresh = await unseen()
  const port = Number(new URL(server.url).port)
  await throughAbsence(
    fresh,
    () => server.stop(),
    async () => {
      server = await startStandIn({ file, port })
    },
  )
}, 120_000)
