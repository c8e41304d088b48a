import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAbsent } from '#site/data/absent.ts'
import { newsFeed } from '#site/data/feed.ts'
import { createPageContext, type PageContext } from '#site/data/page-context.ts'
import { siteOutline } from '#site/data/site-outline.ts'
import { sitemap, sitemapPart } from '#site/data/sitemap.ts'
import { suggestionsFor } from '#site/data/suggestions.ts'
import {
  buildCategory,
  buildComment,
  buildDocument,
  buildNews,
  buildPage,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { pageWithSearch } from '#test/support/portal-search.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')
const EARLIER = '2026-03-10T02:00:00.000Z'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const view = (now = NOON) => createPageContext(portal.payload, undefined, now)
const newsPart = (page: PageContext) => sitemapPart(page, 'news-1')
const parse = (xml: string | null) =>
  new JSDOM(xml ?? '', { contentType: 'text/xml' }).window.document
const texts = (xml: string | null, name: string) =>
  [...parse(xml).getElementsByTagName(name)].map(({ textContent }) => textContent)

describe('a path that shows nothing', () => {
  const absent = (path: string) => findAbsent(view().page, path)

  test('is unknown, and may appear later', async () => {
    const { page, dependencies } = view()
    expect(await findAbsent(page, '/tin-tuc/khong-co')).toEqual({ status: 404 })
    expect(dependencies().tags).toContain('path:/tin-tuc/khong-co')
  })

  test('leads to where its document stands now, however often it moved', async () => {
    const doc = await buildDocument(portal.payload, { slug: 'ten-mot' })
    for (const slug of ['ten-hai', 'ten-ba']) {
      await portal.payload.update({ collection: 'documents', id: doc.id, data: { slug } })
    }
    const moved = { status: 301, location: '/van-ban/ten-ba' }
    expect(await absent('/van-ban/ten-mot')).toEqual(moved)
    expect(await absent('/van-ban/ten-hai')).toEqual(moved)
  })

  test('is gone when its document was withdrawn, under every name that it had', async () => {
    const doc = await buildDocument(portal.payload, { slug: 'se-go' })
    await portal.payload.update({ collection: 'documents', id: doc.id, data: { slug: 'go-roi' } })
    await portal.payload.update({
      collection: 'documents',
      id: doc.id,
      data: { _status: 'draft' },
    })
    expect(await absent('/van-ban/se-go')).toEqual({ status: 410 })
    expect(await absent('/van-ban/go-roi')).toEqual({ status: 410 })
  })

  test('leads where an editor sent it, in letters that a header can hold', async () => {
    for (const [from, to] of [
      ['/trang-cũ.aspx', '/tin-tuc?q=cũ'],
      ['/cong-tinh', 'https://songchau.example/'],
    ] as const) {
      await portal.payload.create({ collection: 'redirects', data: { from, kind: 'moved', to } })
    }
    expect(await absent('/trang-c%C5%A9.aspx')).toEqual({
      status: 301,
      location: '/tin-tuc?q=c%C5%A9',
    })
    expect(await absent('/cong-tinh')).toMatchObject({ location: 'https://songchau.example/' })
  })

  test('is the list itself where it names its first page', async () => {
    expect(await absent('/van-ban/trang-1')).toEqual({ status: 301, location: '/van-ban' })
  })

  test.each(['/van-ban/trang-0', '/van-ban/trang--1', '/van-ban/trang-abc', '/%', '/a%00b'])(
    '%s is unknown',
    async (path) => {
      expect(await absent(path)).toEqual({ status: 404 })
    },
  )

  test('suggests what has the same words in its title', async () => {
    await buildPage(portal.payload, { title: 'Giới thiệu bộ máy Trung tâm' })
    const { words, hits } = await suggestionsFor(
      pageWithSearch(portal, new Date()).page,
      '/cu/gioi-thieu-bo-may.aspx',
    )
    expect(words).toBe('gioi thieu bo may')
    expect(hits.map(({ title }) => title)).toEqual(['Giới thiệu bộ máy Trung tâm'])
  })
})

describe('feeds and site maps', () => {
  let parent: Awaited<ReturnType<typeof buildCategory>>
  let child: Awaited<ReturnType<typeof buildCategory>>

  beforeAll(async () => {
    const { payload } = portal
    parent = await buildCategory(payload, { title: 'Công nghiệp' })
    child = await buildCategory(payload, { title: 'Cụm công nghiệp', parent: parent.id })
    await buildNews(payload, {
      title: 'Gốm & lụa <"hai nghề">',
      summary: 'Chữ \u0007 lạ',
      category: child.id,
      publishedAt: EARLIER,
    })
    await buildNews(payload, { title: 'Tin mục khác', publishedAt: EARLIER })
    await buildNews(payload, {
      title: 'Tin hết hạn',
      publishedAt: EARLIER,
      expiresAt: '2026-03-16T00:00:00.000Z',
    })
    const draft = await buildNews(payload, { title: 'Tin nháp', _status: 'draft' })
    await buildComment(payload, { news: draft.id, email: 'kin-dao@example.vn' })
  })

  test('a feed holds current news, escaped, with dates and categories', async () => {
    const feed = await newsFeed(view().page)
    expect(texts(feed, 'title')).toEqual(
      expect.arrayContaining(['Gốm & lụa <"hai nghề">', 'Tin mục khác']),
    )
    expect(feed).not.toMatch(/Tin hết hạn|Tin nháp|kin-dao/)
    expect(texts(feed, 'pubDate')).toContain('Tue, 10 Mar 2026 02:00:00 GMT')
    expect(texts(feed, 'category')).toContain('Cụm công nghiệp')
    const self = parse(feed).getElementsByTagName('atom:link')[0]
    expect(self?.getAttribute('href')).toMatch(/^https?:\/\/[^/]+\/rss$/)
  })

  test('a category has a feed of its own and of what is below it', async () => {
    const { page, dependencies } = view()
    const feed = await newsFeed(page, 'cong-nghiep')
    expect(texts(feed, 'item')).toHaveLength(1)
    expect(texts(await newsFeed(view().page, 'cong-nghiep/cum-cong-nghiep'), 'item')).toHaveLength(
      1,
    )
    expect(await newsFeed(view().page, 'khong-co')).toBeNull()
    expect(dependencies().tags).toEqual(
      expect.arrayContaining([`categories:${parent.id}`, `news/${child.id}`]),
    )
  })

  test('the site map names every public address with its last change', async () => {
    const xml = await sitemap(view().page)
    const places = texts(xml, 'loc').map((address) => new URL(address).pathname)
    expect(places).toEqual(
      expect.arrayContaining([
        '/',
        '/van-ban',
        '/van-ban/ten-ba',
        '/chuyen-muc/cong-nghiep/cum-cong-nghiep',
      ]),
    )
    expect(places.join(' ')).not.toMatch(/tin-nhap|tin-het-han|go-roi/)
    expect(new Set(places).size).toBe(places.length)
    for (const moment of texts(xml, 'lastmod')) expect(moment).toMatch(/T\d\d:\d\d:\d\d\+07:00$/)
  })

  test('change when a news item expires, and when one comes out that waits', async () => {
    const inHours = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000)
    await buildNews(portal.payload, { publishedAt: EARLIER, expiresAt: inHours(2).toISOString() })
    for (const read of [(page: PageContext) => sitemap(page), newsPart]) {
      const { page, dependencies } = view()
      await read(page)
      expect(dependencies().expiresAt).toEqual(inHours(2))
    }
  })

  test('many addresses are cut into parts that hold them all', async () => {
    const whole = texts(await sitemap(view().page), 'loc')
    const parts = texts(await sitemap(view().page, 3), 'loc')
    expect(parts.length).toBeGreaterThan(2)
    const found = await Promise.all(
      parts.map(async (address) => {
        const name = /sitemap-(.+)\.xml$/.exec(address)?.[1] ?? ''
        return texts(await sitemapPart(view().page, name, 3), 'loc')
      }),
    )
    expect(found.flat().toSorted()).toEqual(whole.toSorted())
  })

  test.each(['news-0', 'news-999', 'users-1', 'news', '../news-1', ''])(
    'there is no part %s',
    async (name) => {
      expect(await sitemapPart(view().page, name)).toBeNull()
    },
  )

  test('the text site map has the tree of categories and the static pages', async () => {
    const outline = await siteOutline(view().page)
    expect(outline.categories.find(({ id }) => id === parent.id)?.children).toHaveLength(1)
    expect(outline.pages.map(({ title }) => title)).toContain('Giới thiệu bộ máy Trung tâm')
  })
})
