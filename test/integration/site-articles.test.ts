import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleBySlug, articleTakingReplies } from '#site/data/article.ts'
import { categoryList, newsList, topicList } from '#site/data/news-lists.ts'
import { KeptValues } from '#site/data/kept-values.ts'
import { createPageContext } from '#site/data/page-context.ts'
import type { Search } from '#site/search/question.ts'
import { remoteCalls } from '#site/server/remote-calls.ts'
import { SEARCH_CALLS } from '#site/server/search-thread.ts'
import {
  buildCategory,
  buildComment,
  buildFile,
  buildNews,
  buildPicture,
  buildTopic,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { pageWithSearch } from '#test/support/portal-search.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')
const at = (day: number, hour = 1) => new Date(Date.UTC(2026, 2, day, hour)).toISOString()

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const view = (now = NOON) => createPageContext(portal.payload, undefined, now)
const article = (slug?: string | null, now?: Date) => articleBySlug(view(now).page, slug ?? '')

describe('an article', () => {
  test('shows picture, files, and names everything it shows', async () => {
    const { payload } = portal
    const cover = await buildPicture(payload, { caption: 'Lò gốm', credit: 'Minh An' })
    const file = await buildFile(payload, { title: 'Thông báo' })
    const chosen = await buildNews(payload, { publishedAt: at(2) })
    const news = await buildNews(payload, {
      publishedAt: at(10),
      cover: cover.id,
      attachments: [file.id],
      relatedNews: [chosen.id],
      sourceName: 'Báo Công Thương',
    })
    // As an old database may hold it: a save refuses it.
    const data = { sourceUrl: 'javascript:alert(1)' }
    await portal.payload.db.updateOne({ collection: 'news', id: news.id, data })
    const { page, dependencies } = view()
    const shown = await articleBySlug(page, news.slug ?? '')
    expect(shown).toMatchObject({
      title: news.title,
      path: `/tin-tuc/${news.slug}`,
      cover: { alt: cover.alt, caption: 'Lò gốm', credit: 'Minh An' },
      attachments: [{ title: 'Thông báo', type: 'PDF', isPdf: true }],
      around: { chosen: [{ id: chosen.id }] },
      source: { name: 'Báo Công Thương', url: null },
    })
    expect(shown?.attachments[0]?.href).toBe(`/tep/${file.id}/${file.filename}`)
    expect(dependencies().tags).toEqual(
      expect.arrayContaining([
        `news:${news.id}`,
        `news:${chosen.id}`,
        `media:${cover.id}`,
        `files:${file.id}`,
        'categories/all',
      ]),
    )
  })

  test('is absent while it is a draft, in the trash, or of another address', async () => {
    const draft = await buildNews(portal.payload, { _status: 'draft' })
    const trashed = await buildNews(portal.payload, { publishedAt: at(3) })
    await portal.payload.update({
      collection: 'news',
      id: trashed.id,
      data: { deletedAt: NOON.toISOString() },
      trash: true,
    })
    expect(await article(draft.slug ?? 'draft')).toBeNull()
    expect(await article(trashed.slug)).toBeNull()
    expect(await article('khong-co-bai-nay')).toBeNull()
  })

  test('stays when it has expired, says so, takes no replies and leaves the lists', async () => {
    const category = await buildCategory(portal.payload)
    const news = await buildNews(portal.payload, {
      category: category.id,
      publishedAt: at(1),
      expiresAt: at(17, 8),
    })
    const evening = new Date('2026-03-17T18:00:00+07:00')
    const { page, dependencies } = view()
    expect(await articleBySlug(page, news.slug ?? '')).toMatchObject({ isExpired: false })
    expect(dependencies().expiresAt).toEqual(new Date(at(17, 8)))
    expect(await article(news.slug, evening)).toMatchObject({
      isExpired: true,
      commentsAllowed: false,
    })
    expect(await articleTakingReplies(view(evening).page, news.slug ?? '')).toBeNull()
    const cards = async (now: Date) =>
      (await categoryList(view(now).page, category.slug ?? '', 1))?.cards.map(({ id }) => id)
    expect(await cards(NOON)).toEqual([news.id])
    expect(await cards(evening)).toEqual([])
  })

  test('has the newer and older ones of its category, and others by topic', async () => {
    const { payload } = portal
    const { id: category } = await buildCategory(payload)
    const { id: topic } = await buildTopic(payload)
    const days = [4, 5, 6, 7, 8]
    const items = await Promise.all(
      days.map((day) => buildNews(payload, { category, publishedAt: at(day) })),
    )
    const elsewhere = await buildNews(payload, { topics: [topic], publishedAt: at(9) })
    const news = items[2]
    await payload.update({ collection: 'news', id: news?.id ?? '', data: { topics: [topic] } })
    const shown = await article(news?.slug)
    const ids = (cards?: readonly { id: string }[]) => cards?.map(({ id }) => id)
    expect(ids(shown?.around.newer)).toEqual([items[3]?.id, items[4]?.id])
    expect(ids(shown?.around.older)).toEqual([items[1]?.id, items[0]?.id])
    expect(ids(shown?.around.related)).toEqual([elsewhere.id])
  })

  test('has related news in the order of what their titles say, and each once', async () => {
    const { payload } = portal
    const { id: category } = await buildCategory(payload)
    const { id: topic } = await buildTopic(payload)
    const build = (title: string, day: number, topics: string[] = []) =>
      buildNews(payload, { title, category, topics, publishedAt: at(day) })
    const [news, fair, kiln, opening, holiday] = await Promise.all([
      build('Lò gốm Châu Thành đổi sang khí hóa lỏng', 5, [topic]),
      build('Hội chợ xuân', 9, [topic]),
      build('Xưởng đổi lò gốm: ba điều cần biết', 2, [topic]),
      build('Châu Thành mở thêm xưởng', 3),
      build('Nghỉ lễ', 8),
    ])
    const { page } = pageWithSearch(portal, NOON)
    const around = (await articleBySlug(page, news.slug ?? ''))?.around
    const ids = (cards?: readonly { id: string }[]) => cards?.map(({ id }) => id)
    expect(ids(around?.related)).toEqual([kiln.id, opening.id, fair.id])
    expect([ids(around?.newer), ids(around?.older)], 'others').toEqual([[holiday.id], []])
  })

  test('has the newest of its topics where the search does not answer, and is soon made anew', async () => {
    const { payload } = portal
    const { id: topic } = await buildTopic(payload)
    const [news, older, newer] = await Promise.all(
      [5, 6, 7].map((day) => buildNews(payload, { topics: [topic], publishedAt: at(day) })),
    )
    const calls = remoteCalls<Search>(SEARCH_CALLS, () => {
      queueMicrotask(() => calls.failAll('The search worker has ended.'))
    })
    const { page, dependencies } = createPageContext(
      payload,
      undefined,
      NOON,
      null,
      undefined,
      calls.target,
    )
    const related = (await articleBySlug(page, news?.slug ?? ''))?.around.related
    expect(related?.map(({ id }) => id)).toEqual([newer?.id, older?.id])
    expect(dependencies().lacking).toBeNull()
    expect(dependencies().expiresAt?.getTime()).toBe(NOON.getTime() + 10 * 60_000)
  })

  test('shows approved replies alone, and nobody’s e-mail address', async () => {
    const news = await buildNews(portal.payload, { publishedAt: at(5) })
    const approved = { news: news.id, status: 'approved', email: 'kin.that@example.vn' } as const
    await buildComment(portal.payload, { ...approved, content: 'Dòng một\n\nDòng hai' })
    await buildComment(portal.payload, { news: news.id, content: 'Chưa duyệt' })
    await buildComment(portal.payload, { news: news.id, status: 'rejected', content: 'Loại' })
    const shown = await article(news.slug)
    expect(shown?.comments.map(({ paragraphs }) => paragraphs)).toEqual([['Dòng một', 'Dòng hai']])
    expect(JSON.stringify(shown)).not.toContain('kin.that')
  })
})

describe('a list of news', () => {
  test('of a category holds what is below it, page by page, and nothing past the end', async () => {
    const { payload } = portal
    const parent = await buildCategory(payload)
    const child = await buildCategory(payload, { parent: parent.id })
    for (let day = 1; day <= 13; day += 1) {
      await buildNews(payload, { category: child.id, publishedAt: at(day) })
    }
    const path = parent.slug ?? ''
    const pageOf = async (number: number, slugPath = path) =>
      categoryList(view().page, slugPath, number)
    expect(await pageOf(1)).toMatchObject({ count: 13, pageCount: 2, page: 1 })
    expect((await pageOf(2))?.cards).toHaveLength(1)
    expect(await pageOf(3)).toBeNull()
    expect((await pageOf(1, `${path}/${child.slug}`))?.crumbs.map(({ label }) => label)).toEqual([
      'Tin tức',
      parent.title,
      child.title,
    ])
    expect(await pageOf(1, child.slug ?? '')).toBeNull()
  })

  test('of a topic holds what carries it', async () => {
    const topic = await buildTopic(portal.payload)
    const news = await buildNews(portal.payload, { topics: [topic.id], publishedAt: at(2) })
    const list = await topicList(view().page, topic.slug ?? '', 1)
    expect(list?.cards.map(({ id }) => id)).toEqual([news.id])
    expect(await topicList(view().page, 'khong-co', 1)).toBeNull()
  })

  test('of everything has its first page even when it is empty', async () => {
    const before = new Date('2000-01-01T00:00:00Z')
    expect(await newsList(view(before).page, 1)).toMatchObject({ cards: [], pageCount: 1 })
    expect(await newsList(view(before).page, 2)).toBeNull()
  })
})

test('a page with news changes when the next one comes out that waits for its hour', async () => {
  const { payload } = portal
  await buildNews(payload, { publishedAt: at(17, 9) })
  await buildNews(payload, { publishedAt: at(17, 7) })
  for (const kept of [null, new KeptValues()]) {
    for (let time = 0; time < 2; time += 1) {
      const { page, dependencies } = createPageContext(payload, undefined, NOON, kept)
      await newsList(page, 1)
      expect(dependencies().expiresAt).toEqual(new Date(at(17, 7)))
    }
  }
})

test('an article does not depend on all other news for that', async () => {
  const { slug } = await buildNews(portal.payload, { publishedAt: at(10) })
  const { page, dependencies } = createPageContext(
    portal.payload,
    undefined,
    NOON,
    new KeptValues(),
  )
  await articleBySlug(page, slug ?? '')
  expect(dependencies().tags).not.toContain('news/all')
})
