import { readdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '#shared/config.ts'
import { buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const LONG = { timeout: 60_000, interval: 50 }
/** Pages name the address of their site, so those of another one are not taken up. */
const HERE = { SITE_URL: 'http://portal.example' }
let portal: TestPortal
let site: SiteProcess
let path: string

beforeAll(async () => {
  portal = await openPortal()
  path = `/tin-tuc/${(await buildNews(portal.payload, { title: 'Tin còn nguyên' })).slug}`
  site = await startSite(HERE)
  // Once a list that is kept shows what was saved later, all changes before that have been heard of.
  await (await site.ask('/tin-tuc')).text()
  await buildNews(portal.payload, { title: 'Tin đến sau' })
  await vi.waitUntil(async () => {
    return (await (await site.ask('/tin-tuc')).text()).includes('Tin đến sau')
  }, LONG)
}, 2 * START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

/** The file of the article, wherever pages are kept; `null` while there is none. */
async function pageFile(): Promise<string | null> {
  const { pagesDir } = readConfig()
  const names = await readdir(pagesDir, { recursive: true })
  const name = names.find((one) => one.endsWith(`pages${path}/page.json`))
  return name ? join(pagesDir, name, '..', 'index.html') : null
}

test(
  'a page file that was cut while nobody looked is rendered anew after a start, and told',
  async () => {
    await vi.waitUntil(async () => {
      await (await site.ask(path)).text()
      return pageFile()
    }, LONG)
    await site.stop()
    const file = String(await pageFile())
    const whole = await readFile(file, 'utf8')
    expect(whole).toContain('Tin còn nguyên')
    await truncate(file, Math.floor(whole.length / 2))
    // Before its worker is there: what is asked first comes from the files.
    site = await startSite(HERE, { until: '/healthz' })
    const page = await (await site.ask(path)).text()
    expect(page).toContain('Tin còn nguyên')
    expect(page).toContain('</html>')
    expect(site.log()).toContain('"code":"page_file_damaged"')
    // A purge while the site catches up may take the page back: it is filed when it is asked for again.
    await vi.waitUntil(async () => {
      await (await site.ask(path)).text()
      return (await readFile(file, 'utf8').catch(() => '')).includes('</html>')
    }, LONG)
  },
  2 * START_LIMIT_MS,
)
