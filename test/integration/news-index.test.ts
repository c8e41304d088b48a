import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentTag } from '#shared/cache-tags.ts'
import { ALL_NEWS, inCategories, ofTopic, PINNED_NEWS } from '#site/data/news-index/selections.ts'
import { NewsIndex } from '#site/data/news-index/news-index.ts'
import { buildCategory, buildNews, buildTopic } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const HOUR = 3_600_000
let portal: TestPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

test('the index holds what is public, with all that lists choose by, and follows what it is told', async () => {
  const { payload } = portal
  const [main, further, topic] = await Promise.all([
    buildCategory(payload),
    buildCategory(payload),
    buildTopic(payload),
  ])
  const plain = await buildNews(payload, { category: main.id, publishedAt: hoursAgo(3) })
  const full = await buildNews(payload, {
    category: main.id,
    moreCategories: [further.id],
    topics: [topic.id],
    pinned: true,
    publishedAt: hoursAgo(2),
    expiresAt: new Date(Date.now() + HOUR).toISOString(),
  })
  const trashed = await buildNews(payload, { category: main.id })
  await payload.update({
    collection: 'news',
    id: trashed.id,
    data: { deletedAt: new Date().toISOString() },
    trash: true,
  })
  const draft = await buildNews(payload, { category: main.id, _status: 'draft' })
  await buildNews(payload, { category: main.id, expiresAt: hoursAgo(1) })

  const index = new NewsIndex(payload)
  const ids = async (selection = ALL_NEWS) =>
    (await index.at(new Date())).cut(selection, 9).map(({ id }) => id)
  expect(await ids()).toEqual([full.id, plain.id])
  expect(await ids(PINNED_NEWS)).toEqual([full.id])
  expect(await ids(ofTopic(topic.id))).toEqual([full.id])
  expect(await ids(inCategories([further.id]))).toEqual([full.id])
  const inOneHour = new Date(Date.now() + HOUR)
  expect((await new NewsIndex(payload).at(inOneHour)).count(ALL_NEWS)).toBe(1)

  await payload.update({ collection: 'news', id: plain.id, data: { category: further.id } })
  await payload.update({ collection: 'news', id: full.id, data: { _status: 'draft' } })
  await payload.update({ collection: 'news', id: draft.id, data: { _status: 'published' } })
  const changed = [plain.id, full.id, draft.id, 'unknown'].map((id) => documentTag('news', id))
  await index.renew([...changed, 'documents:1'])
  expect(await ids()).toEqual([draft.id, plain.id])
  expect(await ids(inCategories([further.id]))).toEqual([plain.id])
  expect(await ids(PINNED_NEWS)).toEqual([])

  await payload.update({ collection: 'news', id: plain.id, data: { pinned: true } })
  await index.renew(null)
  expect(await ids(PINNED_NEWS)).toEqual([plain.id])
})
