import type { CollectionSlug, GlobalSlug } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildCategory,
  buildComment,
  buildDocument,
  buildFile,
  buildNews,
  buildPicture,
  buildProducer,
  buildProduct,
  buildProgramme,
  buildTopic,
  buildUser,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const remove = (collection: CollectionSlug, id: string) => portal.payload.delete({ collection, id })
const read = (collection: CollectionSlug, id: string) =>
  portal.payload.findByID({ collection, id, depth: 0 })

/** The versions of a document, the oldest first. */
async function versions(collection: 'news' | 'documents' | 'programmes', id: string) {
  const where = { parent: { equals: id } }
  const { docs } = await portal.payload.findVersions({
    collection,
    where,
    depth: 0,
    sort: 'createdAt',
  })
  return docs.map(({ version }) => version)
}

describe('a document that is deleted for good', () => {
  it('leaves single relations empty, in rows and in versions', async () => {
    const { payload } = portal
    const [cover, category] = [await buildPicture(payload), await buildCategory(payload)]
    const news = await buildNews(payload, { cover: cover.id, category: category.id })
    await payload.update({ collection: 'news', id: news.id, draft: true, data: { title: 'Nháp' } })
    await remove('media', cover.id)
    await remove('categories', category.id)
    const empty = { cover: null, category: null }
    expect(await read('news', news.id)).toMatchObject(empty)
    expect(await versions('news', news.id)).toMatchObject([empty, { title: 'Nháp', ...empty }])
  })

  it('leaves lists without it, and keeps their order', async () => {
    const { payload } = portal
    const [a, b, c] = [
      await buildTopic(payload),
      await buildTopic(payload),
      await buildTopic(payload),
    ]
    const only = await buildFile(payload)
    const news = await buildNews(payload, {
      topics: [c.id, b.id, a.id],
      attachments: [only.id],
    })
    await remove('topics', b.id)
    await remove('files', only.id)
    const left = { topics: [c.id, a.id], attachments: [] }
    expect(await read('news', news.id)).toMatchObject(left)
    expect(await versions('news', news.id)).toMatchObject([left])
  })

  it('leaves rows without it, and keeps what else they say', async () => {
    const { payload } = portal
    const [old, base] = [await buildDocument(payload), await buildDocument(payload)]
    const relations = [
      { relation: 'thay-the' as const, target: old.id, citation: '1/QĐ' },
      { relation: 'can-cu' as const, target: base.id },
    ]
    const document = await buildDocument(payload, { relations })
    const programme = await buildProgramme(payload, {
      legalBasis: [old.id, base.id],
      support: [{ item: 'Máy', rate: 50, legalBasis: old.id, clause: 'Điều 6' }],
    })
    await remove('documents', old.id)
    const rows = [
      { relation: 'thay-the', target: null, citation: '1/QĐ' },
      { relation: 'can-cu', target: base.id },
    ]
    expect(await read('documents', document.id)).toMatchObject({ relations: rows })
    expect(await versions('documents', document.id)).toMatchObject([{ relations: rows }])
    const left = {
      legalBasis: [base.id],
      support: [{ item: 'Máy', rate: 50, legalBasis: null, clause: 'Điều 6' }],
    }
    expect(await read('programmes', programme.id)).toMatchObject(left)
    expect(await versions('programmes', programme.id)).toMatchObject([left])
  })

  it('is no longer named by relations to one of several kinds', async () => {
    const { payload } = portal
    const [first, second] = [await buildNews(payload), await buildNews(payload)]
    const redirect = await payload.create({
      collection: 'redirects',
      data: { from: '/dia-chi-cu', kind: 'moved', target: { relationTo: 'news', value: first.id } },
    })
    const links = [first, second].map(({ id }, index) => ({
      label: `Bài ${index}`,
      target: { relationTo: 'news' as const, value: id },
    }))
    await payload.updateGlobal({ slug: 'navigation', data: { header: links } })
    await remove('news', first.id)
    expect(await read('redirects', redirect.id)).not.toHaveProperty('target')
    const { header } = await payload.findGlobal({ slug: 'navigation', depth: 0 })
    expect(header?.map(({ label, target }) => [label, target])).toEqual([
      ['Bài 0', undefined],
      ['Bài 1', { relationTo: 'news', value: second.id }],
    ])
  })

  it('is no longer named by globals', async () => {
    const { payload } = portal
    const [emblem, category] = [await buildPicture(payload), await buildCategory(payload)]
    const product = await buildProduct(payload)
    const names = { centre: 'Trung tâm', parentUnit: 'Sở Công Thương', province: 'Hà Nam' }
    await payload.updateGlobal({ slug: 'site-settings', data: { ...names, emblem: emblem.id } })
    const chosen = { categories: [category.id], products: [product.id] }
    await payload.updateGlobal({ slug: 'home-page', data: chosen })
    await remove('media', emblem.id)
    await remove('categories', category.id)
    const find = (slug: GlobalSlug) => payload.findGlobal({ slug, depth: 0 })
    expect(await find('site-settings')).toMatchObject({ ...names, emblem: null })
    expect(await find('home-page')).toMatchObject({ categories: [], products: [product.id] })
  })

  it('of many that go at once is forgotten like one, and so is an account', async () => {
    const { payload } = portal
    const topics = [await buildTopic(payload), await buildTopic(payload), await buildTopic(payload)]
    const [, , kept] = topics
    const ids = topics.map(({ id }) => id)
    const news = await buildNews(payload, { topics: ids })
    const gone = ids.slice(0, 2)
    await payload.db.deleteMany({ collection: 'topics', where: { id: { in: gone } } })
    expect(await read('news', news.id)).toMatchObject({ topics: [kept?.id] })

    const user = await buildUser(payload, { role: 'editor' })
    const lock = await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'news', value: news.id },
        user: { relationTo: 'users', value: user.id },
      },
    })
    await payload.db.deleteOne({ collection: 'users', where: { id: { equals: user.id } } })
    const left = await read('payload-locked-documents', lock.id)
    expect(left).toMatchObject({ document: { relationTo: 'news', value: news.id } })
    expect(left).not.toHaveProperty('user')
  })

  it('does not change when what refers to it was changed last', async () => {
    const { payload } = portal
    const producer = await buildProducer(payload)
    const product = await buildProduct(payload, { producer: producer.id })
    await remove('producers', producer.id)
    expect(await read('products', product.id)).toMatchObject({
      producer: null,
      updatedAt: product.updatedAt,
    })
  })

  it('takes the comments that stood below it along, from the trash too, and no others', async () => {
    const { payload } = portal
    const [article, other] = [await buildNews(payload), await buildNews(payload)]
    await buildComment(payload, { news: article.id })
    await buildComment(payload, { news: article.id, deletedAt: new Date().toISOString() })
    const kept = await buildComment(payload, { news: other.id })
    await remove('news', article.id)
    const { docs } = await payload.find({ collection: 'comments', trash: true, depth: 0 })
    expect(docs.map(({ id }) => id)).toEqual([kept.id])
  })
})

describe('a save that refers to what does not exist', () => {
  const nobody = uuidv7()

  it.each<[string, object]>([
    ['in a single relation', { cover: nobody }],
    ['in a list', { topics: [nobody] }],
    ['with something that is no id', { category: 7 }],
  ])('%s is refused, draft or not, and says what to do', async (_, fields) => {
    const { payload } = portal
    const { email } = await buildUser(payload)
    const token = await logIn(portal, email)
    const { id: category } = await buildCategory(payload)
    const title = `Có mục không còn ${uuidv7()}`
    for (const query of ['', '?draft=true']) {
      const json = { title, category, ...fields }
      const answer = await rest(portal, `/news${query}`, { method: 'POST', token, json })
      const { errors } = await answer.json()
      const { status, code } = judgement(fields, query)
      expect([query, answer.status]).toEqual([query, status])
      expect(errors[0].data.code).toBe(code)
    }
    const where = { title: { equals: title } }
    expect(await payload.count({ collection: 'news', where })).toEqual({ totalDocs: 0 })
  })

  it('is refused for a change, a row, a relation to one of several kinds and a global', async () => {
    const { payload } = portal
    const programme = await buildProgramme(payload)
    const target = { relationTo: 'news' as const, value: nobody }
    const support = [{ item: 'Máy', legalBasis: nobody }]
    const saves = [
      () => change({ legalBasis: [nobody] }),
      () => change({ support }),
      () => change({ support }, true),
      () =>
        payload.create({ collection: 'redirects', data: { from: '/x', kind: 'moved', target } }),
      () =>
        payload.updateGlobal({ slug: 'navigation', data: { header: [{ label: 'Bài', target }] } }),
    ]
    for (const save of saves) {
      await expect(save()).rejects.toMatchObject({
        status: 409,
        data: { code: 'reference_missing' },
      })
    }
    expect(await read('programmes', programme.id)).toMatchObject({ support: [], legalBasis: [] })

    function change(data: object, draft = false) {
      return payload.update({ collection: 'programmes', id: programme.id, data, draft })
    }
  })

  it('is not refused where it refers to itself', async () => {
    const id = uuidv7()
    const data = { id, title: 'Bài nhắc chính nó', relatedNews: [id] }
    const draft = await portal.payload.create({ collection: 'news', draft: true, data, depth: 0 })
    expect(draft.relatedNews).toEqual([id])
  })
})

/** A wrong type is found first, then a missing category by Payload's own validation, which drafts lack. */
function judgement(fields: object, query: string) {
  const category: unknown = Reflect.get(fields, 'category')
  if (typeof category === 'number') return { status: 400, code: 'bad_request' }
  if (category !== undefined && !query) return { status: 400, code: undefined }
  return { status: 409, code: 'reference_missing' }
}
