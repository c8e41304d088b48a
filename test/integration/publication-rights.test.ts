import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '#shared/payload-types.ts'
import { buildNews, buildUser, unique } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
let editor: User
let publisher: User
beforeAll(async () => {
  portal = await openPortal()
  editor = await buildUser(portal.payload, { role: 'editor' })
  publisher = await buildUser(portal.payload, { role: 'publisher' })
})
afterAll(() => portal.close())

const as = (user: User) => ({
  user: { ...user, collection: 'users' as const },
  overrideAccess: false,
})
const news = (id: string) => portal.payload.findByID({ collection: 'news', id, trash: true })
const change = (id: string, data: object, options: object = {}) =>
  portal.payload.update({ collection: 'news', id, data, trash: true, ...options })
const inTrash = () => ({ deletedAt: new Date().toISOString() })

describe('the moment of publication', () => {
  it('is set with the publication and never lies in the future', async () => {
    const before = Date.now()
    const article = await buildNews(portal.payload)
    expect(Date.parse(article.publishedAt ?? '')).toBeGreaterThanOrEqual(before)
    const publishedAt = new Date(Date.now() + 3_600_000).toISOString()
    await expect(buildNews(portal.payload, { publishedAt })).rejects.toMatchObject({ status: 400 })
  })
})

describe('an editor', () => {
  it('writes drafts, beside what is public too', async () => {
    const article = await buildNews(portal.payload)
    await change(article.id, { title: 'Bản nháp mới' }, { draft: true, ...as(editor) })
    expect(await news(article.id)).toMatchObject({ title: article.title, _status: 'published' })
  })

  type Attempt = [string, (id: string) => Promise<unknown>]

  it.each<Attempt>([
    ['withdrawing', (id) => change(id, { _status: 'draft' }, as(editor))],
    [
      'the trash after a draft',
      async (id) => {
        await change(id, { title: 'Nháp' }, { draft: true, ...as(editor) })
        await change(id, inTrash(), as(editor))
      },
    ],
    ['publishing', (id) => change(id, { _status: 'published' }, as(editor))],
    ['saving without "draft"', (id) => change(id, { title: 'Khác' }, as(editor))],
    ['the trash', (id) => change(id, inTrash(), as(editor))],
    [
      'changing many',
      (id) =>
        portal.payload.update({
          collection: 'news',
          where: { id: { equals: id } },
          data: { title: 'Khác' },
          ...as(editor),
        }),
    ],
    [
      'restoring a version',
      async (id) => {
        await change(id, { title: 'Bản hai' })
        const { docs } = await portal.payload.findVersions({
          collection: 'news',
          where: { parent: { equals: id } },
          sort: 'updatedAt',
        })
        await portal.payload.restoreVersion({
          collection: 'news',
          id: docs[0]?.id ?? '',
          ...as(editor),
        })
      },
    ],
    ['deleting', (id) => portal.payload.delete({ collection: 'news', id, ...as(editor) })],
  ])('never changes what is public by %s', async (_, attempt) => {
    const article = await buildNews(portal.payload, { title: unique('Đã đăng') })
    await expect(attempt(article.id)).rejects.toMatchObject({ status: expect.any(Number) })
    const { docs } = await portal.payload.find({
      collection: 'news',
      where: { id: { equals: article.id } },
      overrideAccess: false,
    })
    expect(docs[0]).toMatchObject({ slug: article.slug, _status: 'published' })
    expect(docs[0]?.title).not.toMatch(/Khác|Nháp/)
  })

  it('throws away a draft of their own', async () => {
    const draft = await buildNews(portal.payload, { _status: 'draft' })
    await change(draft.id, inTrash(), as(editor))
    expect((await news(draft.id)).deletedAt).toBeTruthy()
  })
})

describe.runIf(hasTransactions)('changing many documents', () => {
  it('changes none where one of them cannot be changed', async () => {
    const [good, bad] = [await buildNews(portal.payload), await buildNews(portal.payload)]
    const { config } = portal.payload.collections.news
    config.hooks.afterChange.push(({ doc }) => {
      if (doc.id === bad.id) throw new Error('This one fails late.')
    })
    try {
      const bulk = portal.payload.update({
        collection: 'news',
        where: { id: { in: [good.id, bad.id] } },
        data: { pinned: true },
        ...as(publisher),
      })
      await expect(bulk).rejects.toThrow('Chưa thay đổi mục nào, vì 1 trong 2')
    } finally {
      config.hooks.afterChange.pop()
    }
    expect([await news(good.id), await news(bad.id)]).toMatchObject([
      { pinned: false },
      { pinned: false },
    ])
  })
})

describe('restoring a version', () => {
  it('by a publisher brings back the text and keeps the address', async () => {
    const article = await buildNews(portal.payload, { title: 'Bản thứ nhất' })
    await change(article.id, { title: 'Bản thứ hai' })
    const { docs } = await portal.payload.findVersions({
      collection: 'news',
      where: { parent: { equals: article.id } },
      sort: 'updatedAt',
    })
    await portal.payload.restoreVersion({
      collection: 'news',
      id: docs[0]?.id ?? '',
      ...as(publisher),
    })
    expect(await news(article.id)).toMatchObject({ title: 'Bản thứ nhất', slug: article.slug })
  })
})
