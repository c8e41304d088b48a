import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPageContext } from '#site/data/page-context.ts'
import { searchPage } from '#site/data/search.ts'
import { buildDocument, buildNews, buildProduct } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const START = Date.parse('2030-03-17T12:00:00+07:00')

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const ask = (query: Record<string, string>, now: Date) =>
  searchPage(createPageContext(portal.payload, undefined, now).page, new URLSearchParams(query))

/** Each search some time after the last, so that no kept index answers, unless the test asks it to. */
let minutes = 0
async function search(query: string, { soon = false } = {}) {
  if (!soon) minutes += 1
  const now = new Date(START + minutes * 60_000)
  const results = await ask({ q: query }, now)
  return results.hits.map(({ kind, path }) => [kind, path])
}

test('titles and numbers are found, marks or no marks; drafts are not', async () => {
  const news = await buildNews(portal.payload, { title: 'Kế hoạch khuyến công năm tới' })
  const document = await buildDocument(portal.payload, { number: '28/2018/TT-BTC' })
  await buildNews(portal.payload, { title: 'Khuyến công còn nháp', _status: 'draft' })
  expect(await search('khuyen cong')).toEqual([['Tin tức', `/tin-tuc/${news.slug}`]])
  expect(await search('28/2018')).toEqual([['Văn bản', `/van-ban/${document.slug}`]])
  expect(await search('')).toEqual([])
  expect(await search('không có gì như vậy')).toEqual([])
})

test('what was withdrawn is gone at once, though the titles are kept for a while', async () => {
  const product = await buildProduct(portal.payload, { name: 'Giỏ mây mắt cáo' })
  expect(await search('gio may')).toHaveLength(1)
  await portal.payload.update({
    collection: 'products',
    id: product.id,
    data: { _status: 'draft' },
  })
  expect(await search('gio may', { soon: true })).toEqual([])
})

test('who mistypes a letter is told what may have been meant, where that finds something', async () => {
  await buildNews(portal.payload, { title: 'Máy sấy nông sản tại xã Hòa Sơn' })
  const meant = async (query: string) => {
    minutes += 1
    const now = new Date(START + minutes * 60_000)
    return (await ask({ q: query }, now)).meant
  }
  expect(await meant('máy sấu nôgn sản')).toBe('máy sấy nông sản')
  expect(await meant('may saay')).toBe('may sấy')
  expect(await search('máy sấu nôgn sản')).toHaveLength(1)
  expect(await meant('máy sấy')).toBeNull()
  expect(await meant('qwertz uiop')).toBeNull()
})

test('results are narrowed by kind and year, with counts, and the newest may come first', async () => {
  const { payload } = portal
  const title = (of: string) => `Gặp mặt cơ sở nghề rèn ${of}`
  const old = await buildNews(payload, {
    title: title('lần đầu'),
    publishedAt: '2023-12-31T18:00:00Z',
  })
  const late = await buildNews(payload, {
    title: title('và nghề mộc'),
    publishedAt: '2025-05-01T01:00:00Z',
  })
  const product = await buildProduct(payload, { name: 'Dao nghề rèn' })
  minutes += 1
  const now = new Date(START + minutes * 60_000)
  const paths = async (query: Record<string, string>) =>
    (await ask({ q: 'nghề rèn', ...query }, now)).hits.map(({ path }) => path)
  const { finder } = await ask({ q: 'nghề rèn' }, now)
  expect(
    finder.facets.map(({ choices }) => choices.map(({ value, count }) => `${value} ${count}`)),
  ).toEqual([
    ['tin-tuc 2', 'san-pham 1'],
    ['2025 1', '2024 1'],
  ])
  expect(await paths({ loai: 'san-pham' })).toEqual([`/san-pham/${product.slug}`])
  expect(await paths({ loai: 'tin-tuc', nam: '2024' })).toEqual([`/tin-tuc/${old.slug}`])
  expect((await paths({ loai: 'tin-tuc', xep: 'moi-nhat' }))[0]).toBe(`/tin-tuc/${late.slug}`)
  expect((await ask({ q: 'nghề rèn', loai: 'gi-do' }, now)).finder.ignored).toEqual(['gi-do'])
})

test('expired news are not found', async () => {
  const past = new Date(START - 60_000).toISOString()
  await buildNews(portal.payload, { title: 'Thông báo cũ về hội chợ', expiresAt: past })
  expect(await search('hội chợ')).toEqual([])
})
