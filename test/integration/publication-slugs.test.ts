import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCategory, buildNews, buildPage, unique } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const news = (id: string) => portal.payload.findByID({ collection: 'news', id, trash: true })
const change = (id: string, data: object, options: object = {}) =>
  portal.payload.update({ collection: 'news', id, data, trash: true, ...options })
const redirect = async (from: string) =>
  (await portal.payload.find({ collection: 'redirects', where: { from: { equals: from } } }))
    .docs[0]
const inTrash = () => ({ deletedAt: new Date().toISOString() })

describe('a slug', () => {
  it('comes from the Vietnamese title and is made unique', async () => {
    const title = 'Đề án gốm Sông Châu'
    const [first, second] = [
      await buildNews(portal.payload, { title }),
      await buildNews(portal.payload, { title }),
    ]
    expect([first.slug, second.slug]).toEqual(['de-an-gom-song-chau', 'de-an-gom-song-chau-2'])
  })

  it('follows the title until the first publication and stays after it', async () => {
    const draft = await buildNews(portal.payload, { title: 'Tên thứ nhất', _status: 'draft' })
    const renamed = await change(draft.id, { title: 'Tên thứ hai' })
    expect(renamed.slug).toBe('ten-thu-hai')
    await change(draft.id, { _status: 'published' })
    expect(await change(draft.id, { title: 'Tên thứ ba' })).toMatchObject({ slug: 'ten-thu-hai' })
  })

  it('of two drafts that agree is given to the one that is published first', async () => {
    const { id: categoryId } = await buildCategory(portal.payload)
    const drafts = await Promise.all(
      ['một', 'hai'].map((word) =>
        portal.payload.create({
          collection: 'news',
          draft: true,
          data: { title: `Nháp ${word}`, category: categoryId },
        }),
      ),
    )
    for (const { id } of drafts) await change(id, { title: 'Cùng tên' }, { draft: true })
    for (const { id } of drafts) await change(id, { title: 'Cùng tên', _status: 'published' })
    const slugs = await Promise.all(drafts.map(async ({ id }) => (await news(id)).slug))
    expect(slugs).toEqual(['cung-ten', 'cung-ten-2'])
  })

  it('taken by another document is never taken over by a draft above a published one', async () => {
    const article = await buildNews(portal.payload, { title: 'Bài có nháp' })
    await change(article.id, { slug: 'ten-muon-lay' }, { draft: true })
    const other = await buildNews(portal.payload, { title: 'Tên muốn lấy' })
    expect(other.slug).toBe('ten-muon-lay')
    expect(await change(article.id, { _status: 'published' })).toMatchObject({
      slug: 'ten-muon-lay-2',
    })
  })

  it('of a static page never covers a page of the portal', async () => {
    const page = await buildPage(portal.payload, { title: 'Tin tức' })
    expect(page.slug).toBe('tin-tuc-2')
  })

  it('is not copied with a document, nor is its history', async () => {
    const article = await buildNews(portal.payload, { title: 'Bài gốc' })
    const copy = await portal.payload.duplicate({ collection: 'news', id: article.id, draft: true })
    expect(copy).toMatchObject({ slug: 'bai-goc-2', firstPublishedAt: null, publishedAt: null })
  })
})

describe('an address', () => {
  it('that changes leads to the document, and back again without a circle', async () => {
    const article = await buildNews(portal.payload, { title: 'Địa chỉ A' })
    await change(article.id, { slug: 'dia-chi-b' })
    expect(await redirect('/tin-tuc/dia-chi-a')).toMatchObject({ kind: 'moved' })
    await change(article.id, { slug: 'dia-chi-a' })
    expect(await redirect('/tin-tuc/dia-chi-a')).toBeUndefined()
    expect(await redirect('/tin-tuc/dia-chi-b')).toMatchObject({ kind: 'moved' })
  })

  it('of a withdrawn document is gone, and leads to it again once it is back', async () => {
    const article = await buildNews(portal.payload, { title: 'Gỡ rồi đăng' })
    await change(article.id, { _status: 'draft' })
    expect(await redirect('/tin-tuc/go-roi-dang')).toMatchObject({ kind: 'gone' })
    await change(article.id, { _status: 'published' })
    expect(await redirect('/tin-tuc/go-roi-dang')).toBeUndefined()
  })

  it('is free for others while the document is in the trash', async () => {
    const article = await buildNews(portal.payload, { title: 'Vào thùng rác' })
    await change(article.id, inTrash())
    expect(await news(article.id)).toMatchObject({ slug: null })
    expect(await redirect('/tin-tuc/vao-thung-rac')).toMatchObject({ kind: 'gone' })
    const other = await buildNews(portal.payload, { title: 'Vào thùng rác' })
    expect(other.slug).toBe('vao-thung-rac')
    const restored = await change(article.id, { deletedAt: null })
    expect(restored).toMatchObject({ slug: 'vao-thung-rac-2' })
  })

  it('of a category that moves takes its children along', async () => {
    const { payload } = portal
    const parent = await buildCategory(payload, { title: 'Khuyến công' })
    const child = await buildCategory(payload, { title: 'Địa phương', parent: parent.id })
    expect(child.path).toBe('khuyen-cong/dia-phuong')
    await payload.update({ collection: 'categories', id: parent.id, data: { slug: 'kc' } })
    const moved = await payload.findByID({ collection: 'categories', id: child.id })
    expect(moved.path).toBe('kc/dia-phuong')
    expect(await redirect('/chuyen-muc/khuyen-cong/dia-phuong')).toMatchObject({ kind: 'moved' })
    const circle = payload.update({
      collection: 'categories',
      id: parent.id,
      data: { parent: child.id },
    })
    await expect(circle).rejects.toThrow('Mục cha đang nằm dưới chính mục này')
  })
})

describe('a document that is deleted for good', () => {
  it('leaves all its addresses marked as gone', async () => {
    const article = await buildNews(portal.payload, { title: 'Địa chỉ đầu' })
    await change(article.id, { slug: 'dia-chi-sau' })
    await portal.payload.delete({ collection: 'news', id: article.id })
    expect(await redirect('/tin-tuc/dia-chi-dau')).toMatchObject({ kind: 'gone' })
    expect(await redirect('/tin-tuc/dia-chi-sau')).toMatchObject({ kind: 'gone' })
  })
})

describe('a category that goes', () => {
  const path = async (id: string) =>
    (await portal.payload.findByID({ collection: 'categories', id })).path
  const family = async () => {
    const parent = await buildCategory(portal.payload, { title: unique('Cha') })
    const child = await buildCategory(portal.payload, { title: unique('Con'), parent: parent.id })
    return { parent, child }
  }

  it('into the trash leaves its children at the top, and takes them back when it is restored', async () => {
    const { parent, child } = await family()
    const set = (deletedAt: string | null) =>
      portal.payload.update({
        collection: 'categories',
        id: parent.id,
        data: { deletedAt },
        trash: true,
      })
    await set(new Date().toISOString())
    expect(await path(child.id)).toBe(child.slug)
    await set(null)
    expect(await path(child.id)).toBe(child.path)
  })

  it('for good leaves its children at the top', async () => {
    const { parent, child } = await family()
    await portal.payload.delete({ collection: 'categories', id: parent.id })
    expect(await path(child.id)).toBe(child.slug)
    expect(await redirect(`/chuyen-muc/${child.path}`)).toMatchObject({ kind: 'moved' })
  })
})
