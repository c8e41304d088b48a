import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDocument, buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
  await buildNews(portal.payload, { title: 'Đề án khuyến công năm mới' })
  await buildNews(portal.payload, { title: 'ĐỀ ÁN sản xuất sạch hơn', _status: 'draft' })
  await buildNews(portal.payload, { title: 'Tăng 100% sau [một] năm_qua*?' })
  await buildDocument(portal.payload, { number: '45/2012/NĐ-CP', abstract: 'Về khuyến công' })
})
afterAll(() => portal?.close())

/** As the search box of a list asks, of titles and with the drafts. */
async function titles(typed: string): Promise<string[]> {
  const { docs } = await portal.payload.find({
    collection: 'news',
    where: { or: [{ title: { like: typed } }, { slug: { like: typed } }] },
    draft: true,
    sort: 'title',
    pagination: false,
  })
  return docs.map(({ title }) => title).toSorted((a, b) => (a < b ? -1 : 1))
}

test.each(['de an', 'đề án', 'ĐỀ ÁN', 'an de', 'đề án'.normalize('NFD'), 'đe Án'])(
  'a list searched for %j shows what has these words, whatever their case and marks',
  async (typed) => {
    expect(await titles(typed)).toEqual(['ĐỀ ÁN sản xuất sạch hơn', 'Đề án khuyến công năm mới'])
  },
)

test.each([
  ['de an sach', ['ĐỀ ÁN sản xuất sạch hơn']],
  ['uyến cô', ['Đề án khuyến công năm mới']],
  ['100%', ['Tăng 100% sau [một] năm_qua*?']],
  ['%', ['Tăng 100% sau [một] năm_qua*?']],
  ['năm_qua*?', ['Tăng 100% sau [một] năm_qua*?']],
  ['[mot]', ['Tăng 100% sau [một] năm_qua*?']],
  ['n.m', []],
  ['^', []],
  ['không có', []],
  ['a'.repeat(5_000), []],
])('searched for %j it shows just that', async (typed, expected) => {
  expect(await titles(typed)).toEqual(expected)
})

test('numbers of documents are found by a part, with another condition beside it', async () => {
  const { docs } = await portal.payload.find({
    collection: 'documents',
    where: { number: { like: '45/2012/nd', exists: true } },
  })
  expect(docs.map(({ number }) => number)).toEqual(['45/2012/NĐ-CP'])
})
