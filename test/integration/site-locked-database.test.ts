import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { lockFile } from '#test/support/locked-file.ts'
import { OWN_KIND } from '#test/support/places.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'
import { readSteadily } from '#test/support/steady-readers.ts'

/** Pages name the address of their site, so those of another one are not taken up. */
const HERE = { SITE_URL: 'http://portal.example' }
const LONG = { timeout: 60_000, interval: 50 }
const soon = (what: () => Promise<unknown>) => expect.poll(what, LONG)

describe.runIf(OWN_KIND === 'sqlite')('while another process locks the database', () => {
  let portal: TestPortal
  let site: SiteProcess
  let file: string
  let seen: string[]
  const pathOf = ({ slug }: { slug?: string | null }) => `/tin-tuc/${slug}`
  const status = async (path: string) => (await site.ask(path)).status

  beforeAll(async () => {
    portal = await openPortal()
    file = join(portal.dataDir, 'portal.db')
    seen = ['/', '/van-ban', pathOf(await buildNews(portal.payload))]
    site = await startSite(HERE)
    for (const path of seen) await vi.waitUntil(async () => (await status(path)) === 200, LONG)
  }, START_LIMIT_MS)
  afterAll(async () => {
    await site?.stop()
    await portal?.close()
  })

  const visit = () =>
    site.ask('/luot-xem', {
      method: 'POST',
      body: new URLSearchParams({ path: '/van-ban' }),
      headers: { origin: HERE.SITE_URL },
    })

  test('for writing, all pages come as ever, and visits are refused until it is free', async () => {
    const fresh = [await buildNews(portal.payload), await buildNews(portal.payload)]
    const free = await lockFile(file, 'writes')
    const readers = readSteadily(site, seen)
    // Each waits as long as a write may take: together longer than anything that the site waits for.
    for (let visits = 0; visits < 3; visits += 1) expect((await visit()).status).toBe(503)
    for (const article of fresh) expect(await status(pathOf(article))).toBe(200)
    await free()
    expect((await visit()).status).toBe(200)
    expect(await readers.stop()).toEqual([])
    expect(await restarts()).toBe(0)
  }, 90_000)

  test(
    'for itself alone, a site that starts shows what it had, refuses the rest clearly, and recovers',
    async () => {
      const unseen = pathOf(await buildNews(portal.payload))
      await site.stop()
      await portal.close()
      // A copy: this process lets go of the file itself only when its connections are collected.
      const copy = join(portal.dataDir, 'copy.db')
      const source = new DatabaseSync(file, { readOnly: true })
      await backup(source, copy)
      source.close()
      const free = await lockFile(copy, 'alone')
      site = await startSite({ ...HERE, DATABASE_URL: `file:${copy}` }, { until: '/healthz' })
      const readers = readSteadily(site, seen)
      await soon(restarts).toBeGreaterThan(1)
      const answer = await site.ask(unseen)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
      expect(await answer.text()).toContain('Hãy thử lại sau ít giây')
      await free()
      await soon(() => status(unseen)).toBe(200)
      expect(await readers.stop()).toEqual([])
    },
    2 * START_LIMIT_MS,
  )

  async function restarts(): Promise<number> {
    const metrics = await (await site.ask('/metrics')).text()
    return Number(/^portal_worker_restarts_total (\d+)$/m.exec(metrics)?.[1])
  }
})
