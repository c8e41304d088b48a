import { expect, test } from 'vitest'
import type { ListedNews } from '#cms/database/listed-news.ts'
import { Listed } from '#site/data/news-index/listed.ts'
import { NewsNow } from '#site/data/news-index/news-now.ts'
import {
  ALL_NEWS,
  inCategories,
  ofMainCategory,
  ofTopic,
  PINNED_NEWS,
} from '#site/data/news-index/selections.ts'

const NOW = 1_000

function item(id: string, publishedAt: number, fields: Partial<ListedNews> = {}): ListedNews {
  return {
    id,
    publishedAt,
    createdAt: publishedAt,
    expiresAt: null,
    categoryId: 'crafts',
    moreCategoryIds: [],
    topicIds: [],
    isPinned: false,
    ...fields,
  }
}

function listed(...news: ListedNews[]) {
  const all = new Listed()
  for (const one of news) all.put(one)
  return { all, now: new NewsNow(all, NOW) }
}

const ids = (news: readonly ListedNews[]) => news.map(({ id }) => id).join(' ')

test('a list holds what its selection holds, newest first', () => {
  const { now } = listed(
    item('a', 10, { topicIds: ['ocop'] }),
    item('b', 30, { categoryId: 'grants' }),
    item('c', 20, { categoryId: 'grants', moreCategoryIds: ['crafts'], isPinned: true }),
  )
  expect(ids(now.cut(ALL_NEWS, 9))).toBe('b c a')
  expect(ids(now.cut(ofMainCategory('grants'), 9))).toBe('b c')
  expect(ids(now.cut(inCategories(['crafts']), 9))).toBe('c a')
  expect(ids(now.cut(inCategories(['crafts', 'grants']), 9))).toBe('b c a')
  expect(ids(now.cut(ofTopic('ocop'), 9))).toBe('a')
  expect(ids(now.cut(PINNED_NEWS, 9))).toBe('c')
  expect(ids(now.cut(ALL_NEWS, 1, 1))).toBe('c')
  expect(now.count(inCategories(['crafts']))).toBe(2)
})

test('news of one moment stand in a settled order', () => {
  const twins = [item('a', 10, { createdAt: 5 }), item('b', 10, { createdAt: 6 })]
  const later = item('c', 10, { createdAt: 6 })
  expect(ids(listed(...twins, later).now.cut(ALL_NEWS, 9))).toBe('c b a')
  expect(ids(listed(later, ...twins.toReversed()).now.cut(ALL_NEWS, 9))).toBe('c b a')
})

test('a change moves a news item in every list that was asked for already', () => {
  const { all, now } = listed(item('a', 10), item('b', 20), item('c', 30))
  const lists = () =>
    [ALL_NEWS, ofMainCategory('crafts'), ofTopic('ocop'), PINNED_NEWS]
      .map((selection) => ids(now.cut(selection, 9)))
      .join(', ')
  expect(lists()).toBe('c b a, c b a, , ')
  all.put(item('b', 40, { categoryId: 'grants', topicIds: ['ocop'], isPinned: true }))
  expect(lists()).toBe('b c a, c a, b, b')
  all.put(item('b', 5))
  expect(lists()).toBe('c a b, c a b, , ')
  all.delete('c')
  all.delete('never there')
  expect(lists()).toBe('a b, a b, , ')
  expect(now.get('c')).toBeUndefined()
})

test('what waits for its hour is in no list, and its hour is known', () => {
  const { all } = listed(item('late', 2_000), item('next', 1_500), item('now', 1_000))
  const before = new NewsNow(all, NOW)
  expect(ids(before.cut(ALL_NEWS, 9))).toBe('now')
  expect(before.count(ALL_NEWS)).toBe(1)
  expect(before.get('next')).toBeUndefined()
  expect(before.nextPublication()).toEqual(new Date(1_500))
  const after = new NewsNow(all, 1_500)
  expect(ids(after.cut(ALL_NEWS, 9))).toBe('next now')
  expect(after.nextPublication()).toEqual(new Date(2_000))
  expect(new NewsNow(all, 2_000).nextPublication()).toBeNull()
})

test('what has expired leaves its lists, and the next hour of a list is known', () => {
  const { all, now } = listed(
    item('a', 10, { expiresAt: 3_000 }),
    item('b', 20, { expiresAt: 2_000, categoryId: 'grants' }),
    item('c', 30),
  )
  expect(ids(now.cut(ALL_NEWS, 9))).toBe('c b a')
  expect(now.nextExpiry(ALL_NEWS)).toEqual(new Date(2_000))
  expect(now.nextExpiry(ofMainCategory('crafts'))).toEqual(new Date(3_000))
  all.dropExpired(2_000)
  expect(ids(now.cut(ALL_NEWS, 9))).toBe('c a')
  all.put(item('a', 10, { expiresAt: 2_500 }))
  all.dropExpired(2_500)
  expect(ids(now.cut(ALL_NEWS, 9))).toBe('c')
  expect(now.nextExpiry(ALL_NEWS)).toBeNull()
})

test('neighbours are the nearest ones on either side', () => {
  const news = [10, 20, 30, 40, 50, 2_000].map((moment) => item(`at${moment}`, moment))
  const { now } = listed(...news)
  expect(ids(now.newerThan(30, ALL_NEWS, 1))).toBe('at40')
  expect(ids(now.newerThan(30, ALL_NEWS, 9))).toBe('at40 at50')
  expect(ids(now.olderThan(30, ALL_NEWS, 2))).toBe('at30 at20')
  expect(ids(now.newerThan(5_000, ALL_NEWS, 9))).toBe('')
  expect(ids(now.olderThan(5_000, ALL_NEWS, 1))).toBe('at50')
})

test('several lists together give each of their news once, newest first', () => {
  const { now } = listed(
    item('a', 10, { topicIds: ['ocop', 'tea'] }),
    item('b', 20, { topicIds: ['tea'] }),
    item('c', 30, { topicIds: ['ocop'] }),
    item('d', 40),
  )
  expect(ids(now.cutOfAny([ofTopic('ocop'), ofTopic('tea')], 9))).toBe('c b a')
  expect(ids(now.cutOfAny([ofTopic('ocop'), ofTopic('tea')], 2))).toBe('c b')
})
