import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeLogOf, forgetChanges, type ChangeLog, type News } from '#cms/database/change-log.ts'
import { documentTag, globalTag, listTag, pathTag } from '#shared/cache-tags.ts'
import {
  buildCategory,
  buildComment,
  buildDocument,
  buildNews,
  buildPicture,
  buildProduct,
  buildTopic,
  unique,
} from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
let log: ChangeLog
let position: string
beforeAll(async () => {
  portal = await openPortal()
  // An empty log has no place to go on from.
  await buildCategory(portal.payload)
  log = changeLogOf(portal.payload)
  position = await log.end()
  // A new reader may be told once more of what was committed a short while ago.
  await news()
})
afterAll(() => portal?.close())

/** What the log has new since the last question. */
async function news(): Promise<News> {
  const found = await log.since(position)
  if (!found) throw new Error('The log does not know the position.')
  position = found.position
  return found
}

describe('a save writes what it changes in public', () => {
  test('nothing for a draft, the lists and the path for a publication', async () => {
    const { payload } = portal
    const [category, topic] = [await buildCategory(payload), await buildTopic(payload)]
    await news()
    const fields = {
      category: category.id,
      topics: [topic.id],
      slug: unique('bai').toLowerCase().replace(' ', '-'),
    }
    const draft = await buildNews(payload, { ...fields, _status: 'draft' })
    expect((await news()).tags).toEqual([])
    await payload.update({ collection: 'news', id: draft.id, data: { _status: 'published' } })
    const { tags, withdrawn } = await news()
    expect(tags).toEqual(
      expect.arrayContaining([
        documentTag('news', draft.id),
        listTag('news'),
        listTag('news', category.id),
        listTag('news', topic.id),
        pathTag(`/tin-tuc/${fields.slug}`),
      ]),
    )
    expect(withdrawn).toEqual([])
  })

  test('nothing for a draft that lies above what is public', async () => {
    const { payload } = portal
    const { id } = await buildNews(payload)
    await news()
    await payload.update({ collection: 'news', id, data: { title: 'Đang sửa' }, draft: true })
    expect((await news()).tags).toEqual([])
  })

  test('the old category and the new one, the old path and the new one', async () => {
    const { payload } = portal
    const [from, to] = [await buildCategory(payload), await buildCategory(payload)]
    const { id, slug } = await buildNews(payload, { category: from.id })
    await news()
    const data = { category: to.id, slug: `${slug}-moi` }
    await payload.update({ collection: 'news', id, data })
    expect((await news()).tags).toEqual(
      expect.arrayContaining([
        listTag('news', from.id),
        listTag('news', to.id),
        pathTag(`/tin-tuc/${slug}`),
        pathTag(`/tin-tuc/${slug}-moi`),
      ]),
    )
  })

  test.each([
    ['withdrawn', { _status: 'draft' as const }],
    ['in the trash', { deletedAt: new Date().toISOString() }],
  ])('a document that is %s is named as no longer public', async (_name, data) => {
    const { payload } = portal
    const { id } = await buildNews(payload)
    await news()
    await payload.update({ collection: 'news', id, data })
    expect((await news()).withdrawn).toEqual([documentTag('news', id)])
  })

  test('a document that is deleted for good, with the lists in which it stood', async () => {
    const { payload } = portal
    const category = await buildCategory(payload)
    const { id } = await buildNews(payload, { category: category.id })
    await news()
    await payload.delete({ collection: 'news', id })
    const { tags, withdrawn } = await news()
    expect(tags).toEqual(
      expect.arrayContaining([documentTag('news', id), listTag('news', category.id)]),
    )
    expect(withdrawn).toContain(documentTag('news', id))
  })

  test('each of many that are changed at once', async () => {
    const { payload } = portal
    const ids = [(await buildNews(payload)).id, (await buildNews(payload)).id]
    await news()
    await payload.update({ collection: 'news', where: { id: { in: ids } }, data: { pinned: true } })
    const { tags } = await news()
    expect(tags).toEqual(expect.arrayContaining(ids.map((id) => documentTag('news', id))))
  })

  test('the documents on which a document acts', async () => {
    const { payload } = portal
    const target = await buildDocument(payload)
    await news()
    const relations = [{ relation: 'bai-bo' as const, target: target.id }]
    await buildDocument(payload, { relations })
    expect((await news()).tags).toContain(documentTag('documents', target.id))
  })

  test('the producer and the group of a product', async () => {
    const product = await buildProduct(portal.payload, { group: 'handicraft' })
    const producer = typeof product.producer === 'string' ? product.producer : product.producer.id
    expect((await news()).tags).toEqual(
      expect.arrayContaining([listTag('products', producer), listTag('products', 'handicraft')]),
    )
  })

  test('the article of a comment once it is approved, not before', async () => {
    const { payload } = portal
    const article = await buildNews(payload)
    await news()
    const { id } = await buildComment(payload, { news: article.id })
    expect((await news()).tags).toEqual([])
    await payload.update({ collection: 'comments', id, data: { status: 'approved' } })
    expect((await news()).tags).toEqual([
      documentTag('comments', id),
      listTag('comments', article.id),
    ])
  })

  test('a picture in public use, not one that lies in the library', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    await news()
    const data = { alt: 'Lò gốm lúc mở cửa' }
    await payload.update({ collection: 'media', id: picture.id, data })
    expect((await news()).tags).toEqual([])
    await buildNews(payload, { cover: picture.id })
    await news()
    await payload.update({ collection: 'media', id: picture.id, data: { alt: 'Lò gốm' } })
    expect((await news()).tags).toEqual([documentTag('media', picture.id)])
  })

  test('an old address that an editor adds, and a global', async () => {
    const { payload } = portal
    const from = `/trang-cu/${unique('a').replace(' ', '-')}`
    await payload.create({ collection: 'redirects', data: { from, kind: 'moved', to: '/' } })
    await payload.updateGlobal({ slug: 'navigation', data: { header: [] } })
    const { tags } = await news()
    expect(tags).toEqual(expect.arrayContaining([pathTag(from), globalTag('navigation')]))
  })

  test.runIf(hasTransactions)('a save that fails leaves no row', async () => {
    const { payload } = portal
    const { slug } = await buildNews(payload)
    await news()
    const wrong = buildNews(payload, { title: 'Bài', summary: 'x'.repeat(601), slug: `${slug}-2` })
    await expect(wrong).rejects.toThrow()
    expect((await news()).tags).not.toContain(listTag('news'))
  })
})

describe('a reader of the log', () => {
  test('that comes from another database is told that anything may have changed', async () => {
    const { payload } = portal
    expect(await changeLogOf(payload).since('0:')).toBeNull()
    expect(await changeLogOf(payload).since('7:019a0000-0000-7000-8000-000000000001')).toBeNull()
    expect(await changeLogOf(payload).since('019a0000-0000-7000-8000-000000000001')).toBeNull()
  })

  test('goes on where an earlier one was', async () => {
    const earlier = await log.end()
    const { id } = await buildNews(portal.payload)
    const found = await changeLogOf(portal.payload).since(earlier)
    expect(found?.tags).toContain(documentTag('news', id))
  })

  test('finds its place after old rows were forgotten, all of them but the last', async () => {
    const { payload } = portal
    await buildNews(payload)
    await news()
    const inAYear = new Date(Date.now() + 365 * 24 * 3_600_000)
    await forgetChanges(payload, inAYear)
    const { totalDocs } = await payload.count({ collection: 'changes' })
    expect(totalDocs).toBe(1)
    const { id } = await buildNews(payload)
    expect((await news()).tags).toContain(documentTag('news', id))
  })
})
