import { renameSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { portalContent } from '#site/data/search/content/portal-content.ts'
import { answers } from '#site/search/answers.ts'
import { buildIndex } from '#site/search/build-index.ts'
import { KeptIndex } from '#site/search/kept-index.ts'
import {
  buildFile,
  buildNews,
  buildProducer,
  buildProduct,
  buildProgramme,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
let file: string
let kept: KeptIndex
let rebuilds = 0

beforeAll(async () => {
  portal = await openPortal()
  file = join(portal.dataDir, 'search', 'index.db')
})
afterAll(() => portal?.close())
beforeEach(() => {
  rebuilds = 0
  kept = open()
  return () => kept.close()
})

function open(): KeptIndex {
  const index = new KeptIndex(file, portalContent(portal.payload), () => {
    rebuilds += 1
  })
  index.open()
  return index
}

/** Paths of what is found once the index has caught up. */
async function found(typed: string): Promise<string[]> {
  await kept.catchUp()
  const question = { typed, collections: [], years: [], categoryIds: [], isNewestFirst: false }
  const { hits } = await answers(kept).find({ ...question, from: 0, most: 15 })
  return hits.map(({ key }) => key)
}

describe('the index of a portal', () => {
  test('follows what is published, changed, withdrawn, trashed and brought back', async () => {
    const { payload } = portal
    const { id } = await buildNews(payload, {
      title: 'Lò gạch đổi nghề',
      summary: 'sang trồng hoa',
    })
    const change = (data: object) => payload.update({ collection: 'news', id, data })
    expect(await found('lo gach trong hoa')).toEqual([`news:${id}`])
    await change({ summary: 'sang nuôi cá' })
    expect(await found('"trồng hoa"')).toEqual([])
    expect(await found('lò gạch nuôi cá')).toEqual([`news:${id}`])
    await change({ _status: 'draft' })
    expect(await found('lò gạch')).toEqual([])
    await change({ _status: 'published' })
    expect(await found('lò gạch')).toEqual([`news:${id}`])
    await change({ deletedAt: new Date().toISOString() })
    expect(await found('lò gạch')).toEqual([])
    expect(rebuilds).toBeLessThanOrEqual(1)
  })

  test('holds a newer draft back, and what was published before it', async () => {
    const { payload } = portal
    const { id } = await buildNews(payload, { title: 'Bản đã đăng' })
    await payload.update({ collection: 'news', id, data: { title: 'Bản sửa dở' }, draft: true })
    expect(await found('bản đã đăng')).toEqual([`news:${id}`])
    expect(await found('"sửa dở"')).toEqual([])
  })

  test('finds an item by the words of its files, its producer, its awards and contacts', async () => {
    const { payload } = portal
    const form = await buildFile(payload, { title: 'Mẫu đơn xin thử' })
    const programme = await buildProgramme(payload, { forms: [form.id] })
    const producer = await buildProducer(payload, { name: 'Tổ hợp Rạch Sậy' })
    const product = await buildProduct(payload, {
      name: 'Chổi đót',
      producer: producer.id,
      contacts: [{ name: 'Chị Bảy', phone: '0200 111 222', email: 'bay@example.vn' }],
    })
    expect(await found('mẫu đơn xin thử')).toEqual([`programmes:${programme.id}`])
    expect((await found('chổi rạch sậy'))[0]).toBe(`products:${product.id}`)
    expect(await found('0200 111 222')).toEqual([`products:${product.id}`])
    expect(await found('"bay example vn"')).toEqual([])
    await payload.update({
      collection: 'producers',
      id: producer.id,
      data: { name: 'Tổ hợp Bến Đò' },
    })
    expect((await found('chổi bến đò'))[0]).toBe(`products:${product.id}`)
    await payload.update({ collection: 'files', id: form.id, data: { title: 'Giấy đề nghị' } })
    expect(await found('"giấy đề nghị"')).toEqual([`programmes:${programme.id}`])
  })

  test('goes on from where it was after a restart', async () => {
    await kept.catchUp()
    kept.close()
    const { id } = await buildNews(portal.payload, { title: 'Viết khi trang đang tắt' })
    kept = open()
    expect(await found('trang đang tắt')).toEqual([`news:${id}`])
    expect(rebuilds).toBe(0)
  })

  test('is built anew where its file is broken, and where the log does not know its position', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Còn lại sau khi hỏng' })
    await kept.catchUp()
    kept.close()
    truncateSync(file, 5_000)
    kept = open()
    expect(await found('còn lại sau khi hỏng')).toEqual([`news:${id}`])
    expect(rebuilds).toBe(1)
    const index = await kept.toAsk()
    index.transaction(() => index.note('position', '999999:of-another-database'))
    expect(await found('còn lại sau khi hỏng')).toEqual([`news:${id}`])
    expect(rebuilds).toBe(2)
  })

  test('that another process put in its place is opened', async () => {
    await kept.catchUp()
    const next = `${file}.other`
    const content = portalContent(portal.payload)
    const { id } = await buildNews(portal.payload, { title: 'Chỉ có trong bản mới' })
    const built = await buildIndex({ file: next, content })
    built.close()
    renameSync(next, file)
    expect(await found('chỉ có trong bản mới')).toEqual([`news:${id}`])
    expect(rebuilds).toBe(0)
  })
})

describe('synonyms', () => {
  test('are the usual abbreviations until editors say otherwise, and then theirs alone', async () => {
    const { payload } = portal
    const { id } = await buildNews(payload, { title: 'Chế biến ở HTX Sông Xanh' })
    expect(await found('hợp tác xã sông xanh')).toEqual([`news:${id}`])
    await payload.updateGlobal({
      slug: 'search-words',
      data: { synonyms: [{ short: 'sông xanh', full: 'thủy lộ' }] },
    })
    expect(await found('htx thủy lộ')).toEqual([`news:${id}`])
    expect(await found('"hợp tác xã"')).toEqual([])
  })

  test.each([
    [[{ short: '…', full: 'ba chấm' }], 'ít nhất một chữ'],
    [[{ short: 'HỘI CHỢ', full: 'hoi cho' }], 'giống nhau'],
    [
      [
        { short: 'KC', full: 'khuyến công' },
        { short: 'kc', full: 'khoảng cách' },
      ],
      'đã có trong danh sách',
    ],
  ])('that cannot be meant are refused: %j', async (synonyms, message) => {
    const update = portal.payload.updateGlobal({ slug: 'search-words', data: { synonyms } })
    await expect(update).rejects.toMatchObject({
      data: { errors: [{ message: expect.stringContaining(message) }] },
    })
  })
})
