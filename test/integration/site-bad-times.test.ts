import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildNews, unique } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { namesIn, OWN_KIND } from '#test/support/places.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

/** Pages name the address of their site, so those of another one are not taken up. */
const HERE = { SITE_URL: 'http://portal.example' }
let portal: TestPortal
let site: SiteProcess | undefined

beforeAll(async () => {
  portal = await openPortal()
})
afterEach(async () => {
  await site?.stop()
  site = undefined
})
afterAll(() => portal?.close())

const read = async (path: string) => (await site?.ask(path))?.text()
const pathOf = ({ slug }: { slug?: string | null }) => `/tin-tuc/${slug}`
const soon = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 20_000, interval: 50 })

/** An article whose page the site has shown and written to its disk. */
async function articleOnDisk(fields: object = {}) {
  const article = await buildNews(portal.payload, fields)
  // A page that was rendered while its article was being noticed is not kept.
  await soon(async () => {
    await read(pathOf(article))
    return namesIn(portal.config.pagesDir)
  }).toContainEqual(expect.stringMatching(new RegExp(`pages/tin-tuc/${article.slug}/page.json$`)))
  return article
}

test(
  'a site that was started alone keeps pages for the group of the web server, all else for itself',
  async () => {
    const mask = process.umask(0o022)
    site = await startSite(HERE)
    process.umask(mask)
    const { slug } = await articleOnDisk()
    const { pagesDir, publicDir, dataDir } = portal.config
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    const [build = ''] = await namesIn(pagesDir)
    const page = join(pagesDir, build, 'pages', 'tin-tuc', String(slug))
    const folders = [publicDir, pagesDir, join(pagesDir, build), dirname(dirname(page)), page]
    for (const folder of folders) expect(await modeOf(folder), folder).toBe('750')
    for (const ending of ['', '.gz', '.br']) {
      expect(await modeOf(join(page, `index.html${ending}`)), ending).toBe('640')
    }
    expect(await modeOf(join(page, 'page.json'))).toBe('600')
    expect(await modeOf(join(pagesDir, build, 'stale'))).toBe('700')
    expect(await modeOf(join(dataDir, 'search', 'index.db'))).toBe('600')
  },
  START_LIMIT_MS,
)

test(
  'after a restart without its database, the site shows what it had, and says of all else when to come again',
  async () => {
    site = await startSite(HERE)
    const article = await articleOnDisk()
    const withdrawn = await articleOnDisk()
    await portal.payload.update({
      collection: 'news',
      id: withdrawn.id,
      data: { _status: 'draft' },
    })
    await soon(async () => (await site?.ask(pathOf(withdrawn)))?.status).toBe(410)
    await site.stop()
    const file = join(portal.dataDir, 'away')
    await writeFile(file, 'no database')
    site = await startSite({ ...HERE, DATABASE_URL: `file:${file}` }, { until: '/healthz' })
    const answer = await site.ask(pathOf(article))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(article.title)
    for (const path of [pathOf(withdrawn), '/tin-tuc/chua-ai-xem']) {
      const other = await site.ask(path)
      expect(other.status, path).toBe(503)
      expect(other.headers.get('retry-after'), path).toMatch(/^\d+$/)
      expect(await other.text(), path).toContain('Xin')
    }
    await rm(file)
  },
  2 * START_LIMIT_MS,
)

test(
  'what was changed while the site was down is shown once it is up again',
  async () => {
    site = await startSite(HERE)
    const article = await articleOnDisk()
    const untouched = await articleOnDisk({ category: article.category })
    await site.stop()
    const title = unique('Tên mới')
    await portal.payload.update({ collection: 'news', id: article.id, data: { title } })
    site = await startSite(HERE)
    await soon(() => read(pathOf(article))).toContain(title)
    expect(await read(pathOf(untouched))).toContain(untouched.title)
  },
  2 * START_LIMIT_MS,
)

test.runIf(OWN_KIND === 'sqlite')(
  'a database that comes back is taken up again without a hand',
  async () => {
    site = await startSite(HERE)
    const article = await articleOnDisk()
    await site.stop()
    const file = join(portal.dataDir, 'portal.db')
    await rename(file, `${file}.away`)
    site = await startSite(HERE, { until: '/healthz' })
    expect((await site.ask(pathOf(article))).status).toBe(200)
    expect((await site.ask('/lien-he')).status).toBe(503)
    await rename(`${file}.away`, file)
    await soon(async () => (await site?.ask('/lien-he'))?.status).toBe(200)
  },
  2 * START_LIMIT_MS,
)
