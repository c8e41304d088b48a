import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildCategory,
  buildComment,
  buildNews,
  buildTopic,
  unique,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

let portal: TestPortal
let site: SiteProcess

beforeAll(async () => {
  portal = await openPortal()
  site = await startSite()
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

const read = async (path: string) => (await site.ask(path)).text()
const status = async (path: string) => (await site.ask(path)).status
const pathOf = ({ slug }: { slug?: string | null }) => `/tin-tuc/${slug}`
/** Soon, though not at once: the site looks at the change log four times a second. */
const soon = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 10_000, interval: 50 })

async function renders(): Promise<number> {
  const metrics = await read('/metrics')
  return Number(/^portal_pages_rendered_total (\d+)$/m.exec(metrics)?.[1])
}

describe('a page that was read before shows', () => {
  test('an article that is published, where nothing was', async () => {
    const slug = unique('bai-moi').replace(' ', '-')
    const draft = await buildNews(portal.payload, { slug, _status: 'draft' })
    expect(await status(`/tin-tuc/${slug}`)).toBe(404)
    await portal.payload.update({
      collection: 'news',
      id: draft.id,
      data: { _status: 'published' },
    })
    await soon(() => status(`/tin-tuc/${slug}`)).toBe(200)
  })

  test('the new title of an article, on its page and in the lists', async () => {
    const { payload } = portal
    const article = await buildNews(payload)
    const title = unique('Tên mới')
    await soon(() => read('/tin-tuc')).toContain(article.title)
    await read(pathOf(article))
    await payload.update({ collection: 'news', id: article.id, data: { title } })
    for (const path of [pathOf(article), '/tin-tuc', '/']) {
      await soon(() => read(path)).toContain(title)
    }
  })

  test('that an article was withdrawn', async () => {
    const article = await buildNews(portal.payload)
    await soon(() => status(pathOf(article))).toBe(200)
    const data = { _status: 'draft' as const }
    await portal.payload.update({ collection: 'news', id: article.id, data })
    await soon(() => status(pathOf(article))).toBe(410)
  })

  test('the old category without an article that moved, the new one with it', async () => {
    const { payload } = portal
    const [from, to] = [await buildCategory(payload), await buildCategory(payload)]
    const article = await buildNews(payload, { category: from.id })
    const list = (category: { path?: string | null }) => read(`/chuyen-muc/${category.path}`)
    await soon(() => list(from)).toContain(article.title)
    expect(await list(to)).not.toContain(article.title)
    await payload.update({ collection: 'news', id: article.id, data: { category: to.id } })
    await soon(() => list(to)).toContain(article.title)
    await soon(() => list(from)).not.toContain(article.title)
  })

  test('an article that is new in the results of a search', async () => {
    const words = unique('lò nung tuynel')
    const path = `/tim-kiem?q=${encodeURIComponent(words)}`
    expect(await read(path)).not.toContain('href="/tin-tuc/lo-nung')
    await buildNews(portal.payload, { title: words })
    await soon(() => read(path)).toContain('href="/tin-tuc/lo-nung')
  })

  test('a comment once it is approved', async () => {
    const { payload } = portal
    const article = await buildNews(payload)
    const { id, content } = await buildComment(payload, { news: article.id })
    await soon(() => status(pathOf(article))).toBe(200)
    expect(await read(pathOf(article))).not.toContain(content)
    await payload.update({ collection: 'comments', id, data: { status: 'approved' } })
    await soon(() => read(pathOf(article))).toContain(content)
  })

  test('another menu and another name of the centre, wherever it is', async () => {
    const { payload } = portal
    const article = await buildNews(payload)
    const paths = ['/', '/tin-tuc', '/van-ban', '/ho-tro', '/lien-he', '/so-do-trang', '/khong-co']
    await soon(() => status(pathOf(article))).toBe(200)
    for (const path of paths) await read(path)
    const label = unique('Mục của trình đơn')
    await payload.updateGlobal({
      slug: 'navigation',
      data: { header: [{ label, url: '/van-ban' }] },
    })
    for (const path of [...paths, pathOf(article)]) await soon(() => read(path)).toContain(label)
    const centre = unique('Trung tâm Khuyến công')
    await payload.updateGlobal({
      slug: 'site-settings',
      data: { centre, parentUnit: 'Sở Công Thương', province: 'Sông Châu' },
    })
    for (const path of [...paths, pathOf(article)]) await soon(() => read(path)).toContain(centre)
  })
})

describe('a page that a save does not concern', () => {
  // Made before: a new category changes the list of categories, which stands on many pages.
  const categories: string[] = []
  beforeAll(async () => {
    for (let at = 0; at < 3; at += 1) categories.push((await buildCategory(portal.payload)).id)
  })

  /** A page that was kept shows what came last, so everything before that has been seen, too. */
  async function untilAllIsSeen(): Promise<void> {
    const { payload } = portal
    const last = await buildNews(payload, { category: categories[2] })
    await read(pathOf(last))
    const title = unique('Tên cuối')
    await payload.update({ collection: 'news', id: last.id, data: { title } })
    await soon(() => read(pathOf(last))).toContain(title)
  }

  test('is not rendered again', async () => {
    const { payload } = portal
    const article = await buildNews(payload, { category: categories[0] })
    const other = await buildNews(payload, { category: categories[1] })
    await untilAllIsSeen()
    for (const path of [pathOf(article), pathOf(other), '/van-ban', '/san-pham']) await read(path)
    const title = unique('Tên khác')
    await payload.update({ collection: 'news', id: article.id, data: { title } })
    await soon(() => read(pathOf(article))).toContain(title)
    const before = await renders()
    for (const path of [pathOf(other), '/van-ban', '/san-pham', '/ho-tro/khong-co'])
      await read(path)
    expect(await renders()).toBe(before + 1)
  })

  test('nor is an article whose topic got another one: that may lag a minute', async () => {
    const { payload } = portal
    const topic = await buildTopic(payload)
    const article = await buildNews(payload, { topics: [topic.id], category: categories[0] })
    await untilAllIsSeen()
    await read(pathOf(article))
    await buildNews(payload, { topics: [topic.id], category: categories[1] })
    await untilAllIsSeen()
    const before = await renders()
    await read(pathOf(article))
    expect(await renders()).toBe(before)
  })
})

describe('an answer from the cache', () => {
  test('is the same for any order, case and number of parameters that no page knows', async () => {
    const first = await site.ask('/van-ban?loai=quyet-dinh&nam=2026')
    const before = await renders()
    for (const query of [
      'nam=2026&loai=quyet-dinh',
      'nam=2026&utm_source=zalo&loai=quyet-dinh',
      'nam=2026&loai=quyet-dinh&fbclid=1&q=',
    ]) {
      const answer = await site.ask(`/van-ban?${query}`)
      expect(answer.headers.get('etag'), query).toBe(first.headers.get('etag'))
    }
    expect(await renders()).toBe(before)
  })

  test('shows nothing of the Host and the forwarding headers of who asked first', async () => {
    const article = await buildNews(portal.payload)
    const answer = await site.sendRaw(
      `GET ${pathOf(article)} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n` +
        'X-Forwarded-Proto: ftp\r\nX-Original-URL: /evil\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toContain('HTTP/1.1 200')
    expect(answer).not.toContain('evil')
    expect(await read(pathOf(article))).not.toContain('evil')
  })

  test('is not what a HEAD left without a body, nor what one reader chose to see', async () => {
    const article = await buildNews(portal.payload)
    const head = await site.ask(pathOf(article), { method: 'HEAD' })
    const length = Number(head.headers.get('content-length'))
    const headers = { cookie: 'hien-thi=3.dark' }
    const own = await site.ask(pathOf(article), { headers })
    expect(own.headers.get('cache-control')).toContain('private')
    expect(await own.text()).toContain('data-mode="dark"')
    const page = await site.ask(pathOf(article), { headers: { 'accept-encoding': 'identity' } })
    const body = await page.text()
    expect(Buffer.byteLength(body)).toBeGreaterThan(1_000)
    expect(length).toBeGreaterThan(0)
    expect(body).not.toContain('data-mode="dark"')
  })

  test('does not grow with a hundred thousand parameters that no page knows', async () => {
    await read('/van-ban')
    const before = await renders()
    const kept = async () => Number(/^portal_pages_kept (\d+)$/m.exec(await read('/metrics'))?.[1])
    const keptBefore = await kept()
    for (let at = 0; at < 100_000; at += 5_000) {
      const heads = Array.from({ length: 5_000 }, (_, index) => {
        const end = index === 4_999 ? 'Connection: close\r\n' : ''
        return `HEAD /van-ban?x${at + index}=1 HTTP/1.1\r\nHost: localhost\r\n${end}\r\n`
      })
      const answers = await site.sendRaw(heads.join(''))
      expect(answers.split('HTTP/1.1 200')).toHaveLength(5_001)
    }
    expect(await renders()).toBe(before)
    expect(await kept()).toBeLessThanOrEqual(keptBefore)
  })
})
