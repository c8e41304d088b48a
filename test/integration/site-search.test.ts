import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchPage } from '#site/data/search.ts'
import { buildCategory, buildDocument, buildNews, buildProduct } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { pageWithSearch } from '#test/support/portal-search.ts'

const NOW = new Date('2030-03-17T12:00:00+07:00')

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const ask = (query: Record<string, string>) =>
  searchPage(pageWithSearch(portal, NOW).page, new URLSearchParams(query))

async function search(query: string) {
  const results = await ask({ q: query })
  return results.hits.map(({ kind, path }) => [kind, path])
}

test('titles and numbers are found, marks or no marks; drafts are not', async () => {
  const news = await buildNews(portal.payload, { title: 'Kế hoạch khuyến công năm tới' })
  const document = await buildDocument(portal.payload, { number: '28/2018/TT-BTC' })
  await buildNews(portal.payload, { title: 'Khuyến công còn nháp', _status: 'draft' })
  expect(await search('khuyen cong nam toi')).toEqual([['Tin tức', `/tin-tuc/${news.slug}`]])
  expect(await search('28/2018')).toEqual([['Văn bản', `/van-ban/${document.slug}`]])
  expect(await search('còn nháp')).toEqual([])
  expect(await search('')).toEqual([])
  expect(await search('không có gì như vậy')).toEqual([])
})

test('what was withdrawn is gone', async () => {
  const product = await buildProduct(portal.payload, { name: 'Giỏ mây mắt cáo' })
  expect(await search('gio may')).toHaveLength(1)
  await portal.payload.update({
    collection: 'products',
    id: product.id,
    data: { _status: 'draft' },
  })
  expect(await search('gio may')).toEqual([])
})

test('who mistypes a letter is told what may have been meant, where that finds something', async () => {
  await buildNews(portal.payload, { title: 'Máy sấy nông sản tại xã Hòa Sơn' })
  const meant = async (query: string) => (await ask({ q: query })).meant
  expect(await meant('máy sấu nông sản')).toBe('máy sấy nông sản')
  expect(await meant('may saay')).toBe('may sấy')
  expect(await search('máy sấu nông sản')).toHaveLength(1)
  expect(await meant('máy sấy')).toBeNull()
  expect(await meant('qwertz uiop')).toBeNull()
})

test('results are narrowed by kind, category and year, with counts, and the newest may come first', async () => {
  const { payload } = portal
  const category = await buildCategory(payload, { title: 'Chuyện nghề' })
  const title = (of: string) => `Gặp mặt cơ sở nghề rèn ${of}`
  const old = await buildNews(payload, {
    title: title('lần đầu'),
    publishedAt: '2023-12-31T18:00:00Z',
    category: category.id,
  })
  const late = await buildNews(payload, {
    title: title('và nghề mộc'),
    publishedAt: '2025-05-01T01:00:00Z',
    category: category.id,
  })
  const product = await buildProduct(payload, { name: 'Dao nghề rèn' })
  const paths = async (query: Record<string, string>) =>
    (await ask({ q: 'nghề rèn', ...query })).hits.map(({ path }) => path)
  const { finder } = await ask({ q: 'nghề rèn' })
  expect(
    finder.facets.map(({ choices }) => choices.map(({ value, count }) => `${value} ${count}`)),
  ).toEqual([['tin-tuc 2', 'san-pham 1'], ['chuyen-nghe 2'], ['2025 1', '2024 1']])
  expect(await paths({ loai: 'san-pham' })).toEqual([`/san-pham/${product.slug}`])
  expect(await paths({ loai: 'tin-tuc', nam: '2024' })).toEqual([`/tin-tuc/${old.slug}`])
  expect(await paths({ 'chuyen-muc': 'chuyen-nghe', nam: '2025' })).toEqual([
    `/tin-tuc/${late.slug}`,
  ])
  expect((await paths({ loai: 'tin-tuc', xep: 'moi-nhat' }))[0]).toBe(`/tin-tuc/${late.slug}`)
  expect((await ask({ q: 'nghề rèn', loai: 'gi-do' })).finder.ignored).toEqual(['gi-do'])
})

test('expired news are not found', async () => {
  // By the clock of this machine: the index does not know the moment of a page.
  const past = new Date(Date.now() - 60_000).toISOString()
  await buildNews(portal.payload, { title: 'Thông báo cũ về hội chợ', expiresAt: past })
  expect(await search('hội chợ')).toEqual([])
})

test('a page without an answer of the search is not shown', async () => {
  const { page, dependencies } = pageWithSearch(portal, NOW)
  await searchPage({ ...page, search: null }, new URLSearchParams({ q: 'gì đó' }))
  expect(dependencies().lacking).not.toBeNull()
})
