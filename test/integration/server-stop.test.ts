import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requireDatabase } from '#cms/database/require-database.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { placeForTest } from '#test/support/places.ts'
import { START_LIMIT_MS, startSite } from '#test/support/site-process.ts'

vi.setConfig({ testTimeout: START_LIMIT_MS })

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

test('SIGTERM finishes the requests under way, closes the database and ends within 10 s', async () => {
  const site = await startSite()
  const underWay = Promise.all(
    Array.from({ length: 20 }, () => site.ask('/').then((answer) => answer.text())),
  )
  await site.ask('/healthz')
  const { code, ms } = await site.stop('SIGTERM')
  for (const page of await underWay) expect(page).toContain('</html>')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(5_000)
  await expect(site.ask('/healthz')).rejects.toThrow('fetch failed')
})

test('a site whose database is missing answers with a page, says why in the log, and makes no database', async () => {
  const place = await placeForTest()
  const site = await startSite(place.env, { until: '/healthz' })
  const answer = await site.ask('/')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.text()).toContain('Trang đang khởi động hoặc quá tải')
  expect((await site.ask('/readyz')).status).toBe(503)
  expect((await site.ask('/healthz')).status).toBe(200)
  expect(site.log()).toContain('chưa có dữ liệu')
  expect((await site.stop()).code).toBe(0)
  await expect(requireDatabase(place.config)).rejects.toThrow('chưa có dữ liệu')
  expect(existsSync(join(place.config.dataDir, 'portal.db'))).toBe(false)
})

test('wrong settings stop the start with one list', () => {
  const env = { ...process.env, PAYLOAD_SECRET: '', SITE_PORT: 'x', LOG_LEVEL: 'loud' }
  const { status, stderr } = spawnSync(process.execPath, ['site/server/main.ts'], { env })
  expect(status).toBe(1)
  for (const name of ['PAYLOAD_SECRET', 'SITE_PORT', 'LOG_LEVEL']) {
    expect(stderr.toString()).toContain(name)
  }
  expect(stderr.toString()).not.toContain('at file:')
})

test('a taken port stops the start and says so', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  const env = { ...process.env, SITE_PORT: String(port) }
  const { status, stdout } = spawnSync(process.execPath, ['site/server/main.ts'], { env })
  holder.close()
  expect(status).toBe(1)
  expect(stdout.toString()).toContain('"msg":"port-not-available"')
})
