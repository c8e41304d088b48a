import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placesUsing } from '#cms/hooks/where-used.ts'
import type { User } from '#shared/payload-types.ts'
import {
  buildCategory,
  buildDocument,
  buildNews,
  buildPicture,
  buildProgramme,
  buildTopic,
  buildUser,
  richText,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let publisher: User
let token: string
beforeAll(async () => {
  portal = await openPortal()
  publisher = await buildUser(portal.payload, { role: 'publisher' })
  token = await logIn(portal, publisher.email)
})
afterAll(() => portal.close())

const asPublisher = () => ({ user: { ...publisher, collection: 'users' as const } })
const trashed = () => ({ deletedAt: new Date().toISOString() })

/** Rich text with a link to a document of the portal. */
function textWithLink(relationTo: string, value: string) {
  const text = richText('Xem thêm')
  const fields = { linkType: 'internal', newTab: false, doc: { relationTo, value } }
  const [paragraph] = text.root.children
  const link = { type: 'link', version: 3, id: 'a', fields, children: paragraph?.children }
  return { root: { ...text.root, children: [{ ...paragraph, children: [link] }] } } as never
}

describe('where a document is used', () => {
  it('lists relations at any depth and links in text, public ones first, the trash last', async () => {
    const { payload } = portal
    const decision = await buildDocument(payload, { number: '12/QĐ-UBND', abstract: 'Hỗ trợ' })
    await buildProgramme(payload, {
      title: 'Hỗ trợ máy',
      support: [{ item: 'Máy', legalBasis: decision.id }],
    })
    await buildNews(payload, {
      title: 'Có liên kết',
      _status: 'draft',
      body: textWithLink('documents', decision.id),
    })
    const away = await buildNews(payload, { title: 'Đã bỏ', relatedDocuments: [decision.id] })
    await payload.update({ collection: 'news', id: away.id, data: trashed() })
    expect(await placesUsing(payload, 'documents', decision.id)).toMatchObject([
      { kind: 'Chương trình hỗ trợ', title: 'Hỗ trợ máy', isPublic: true, isTrashed: false },
      { kind: 'Tin bài', title: 'Có liên kết', isPublic: false, isTrashed: false },
      { kind: 'Tin bài', title: 'Đã bỏ', isPublic: false, isTrashed: true },
    ])
  })

  it('knows the globals, and forgets what is no longer there', async () => {
    const { payload } = portal
    const category = await buildCategory(payload)
    await payload.updateGlobal({ slug: 'home-page', data: { categories: [category.id] } })
    expect(await placesUsing(payload, 'categories', category.id)).toMatchObject([
      { title: 'Trang chủ', path: '/admin/globals/home-page' },
    ])
    await payload.updateGlobal({ slug: 'home-page', data: { categories: [] } })
    expect(await placesUsing(payload, 'categories', category.id)).toEqual([])
  })
})

describe('deleting what is used elsewhere', () => {
  it('is refused with the places, for the trash and for good', async () => {
    const { payload } = portal
    const topic = await buildTopic(payload)
    await buildNews(payload, { title: 'Dùng chủ đề', topics: [topic.id] })
    const deletion = payload.delete({ collection: 'topics', id: topic.id, ...asPublisher() })
    const message = 'đang được dùng ở 1 nơi: Tin bài “Dùng chủ đề”'
    await expect(deletion).rejects.toThrow(message)
    const trash = payload.update({
      collection: 'topics',
      id: topic.id,
      data: trashed(),
      ...asPublisher(),
    })
    await expect(trash).rejects.toThrow(message)
    const answer = await rest(portal, `/topics/${topic.id}`, { method: 'DELETE', token })
    expect(answer.status).toBe(409)
    expect((await answer.json()).errors[0].data).toMatchObject({ code: 'in_use' })
  })

  it('goes on deliberately, and its file leaves the public folder', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    const news = await buildNews(payload, { cover: picture.id })
    const path = `/media/${picture.id}`
    expect((await rest(portal, path, { method: 'DELETE', token })).status).toBe(409)
    const answer = await rest(portal, `${path}?despiteUse=true`, { method: 'DELETE', token })
    expect(answer.status).toBe(200)
    const { cover } = await payload.findByID({ collection: 'news', id: news.id, depth: 0 })
    expect(cover ?? null).toBeNull()
  })

  it('does not count what lies in the trash, nor the document itself', async () => {
    const { payload } = portal
    const topic = await buildTopic(payload)
    const news = await buildNews(payload, { topics: [topic.id] })
    await payload.update({ collection: 'news', id: news.id, data: trashed() })
    await expect(
      payload.delete({ collection: 'topics', id: topic.id, ...asPublisher() }),
    ).resolves.toMatchObject({ id: topic.id })
  })
})
