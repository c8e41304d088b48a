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

/** Each search some time after the last, so that no kept index answers, unless the test asks it to. */
let minutes = 0
async function search(query: string, { soon = false } = {}) {
  if (!soon) minutes += 1
  const now = new Date(START + minutes * 60_000)
  const results = await searchPage(createPageContext(portal.payload, undefined, now).page, query, 1)
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
    return (await searchPage(createPageContext(portal.payload, undefined, now).page, query, 1))
      .meant
  }
  expect(await meant('máy sấu nôgn sản')).toBe('máy sấy nông sản')
  expect(await meant('may saay')).toBe('may sấy')
  expect(await meant('máy sấy')).toBeNull()
  expect(await meant('qwertz uiop')).toBeNull()
})

test('expired news are not found', async () => {
  const past = new Date(START - 60_000).toISOString()
  await buildNews(portal.payload, { title: 'Thông báo cũ về hội chợ', expiresAt: past })
  expect(await search('hội chợ')).toEqual([])
})
