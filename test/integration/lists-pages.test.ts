import type { PaginatedDocs, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCategory, buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  const [late, early] = [
    await buildCategory(payload, { title: 'Ủ rượu' }),
    await buildCategory(payload, { title: 'Gốm' }),
  ]
  const rows = [
    { title: 'áo', author: 'An', category: late.id, expiresAt: '2099-01-03T00:00:00.000Z' },
    { title: 'Áo', category: early.id, expiresAt: '2099-01-01T00:00:00.000Z' },
    { title: 'b', author: '', category: late.id },
    { title: 'Zz', author: 'Ổn', category: early.id, pinned: true },
    { title: 'Đá', author: 'an', category: late.id, expiresAt: '2099-01-02T00:00:00.000Z' },
  ]
  for (const [index, row] of rows.entries()) {
    await buildNews(payload, { ...row, createdAt: `2026-01-0${index + 1}T00:00:00.000Z` })
  }
})
afterAll(() => portal.close())

interface Asked {
  readonly sort?: string | string[]
  readonly limit?: number
  readonly page?: number
  readonly pagination?: boolean
  readonly where?: Where
  readonly draft?: boolean
}

const list = (asked: Asked) =>
  portal.payload.find({ collection: 'news', depth: 0, limit: 50, ...asked })
const titles = ({ docs }: PaginatedDocs<{ title?: string | null }>) =>
  docs.map(({ title }) => title).join(' ')

describe('a list is sorted', () => {
  it.each<[string, Asked['sort'], string]>([
    ['by text as its bytes are, capital letters first', 'title', 'Zz b Áo áo Đá'],
    ['by text the other way round', '-title', 'Đá áo Áo b Zz'],
    ['by text, those without it first', 'author', 'Áo b áo Đá Zz'],
    ['by text, those without it last', '-author', 'Zz Đá áo b Áo'],
    [
      'by moments, those without one first and the newest of them before',
      'expiresAt',
      'Zz b Áo Đá áo',
    ],
    ['by moments, the last first', '-expiresAt', 'áo Đá Áo Zz b'],
    ['by a mark, then by text', ['-pinned', 'title'], 'Zz b Áo áo Đá'],
    ['by a field of what it refers to', ['category.title', 'title'], 'Zz Áo b áo Đá'],
    ['by when its documents were made', 'createdAt', 'áo Áo b Zz Đá'],
  ])('%s', async (_, sort, expected) => {
    expect(titles(await list({ sort }))).toBe(expected)
  })

  it('in the same way where it shows the newest drafts', async () => {
    for (const sort of ['title', '-author', '-expiresAt']) {
      expect(titles(await list({ sort, draft: true }))).toBe(titles(await list({ sort })))
    }
  })
})

describe('a page', () => {
  const SORT = { sort: 'createdAt', limit: 2 } as const

  it.each<[string, Asked]>([
    ['counted', {}],
    ['not counted', { pagination: false }],
    ['of drafts', { draft: true }],
    ['of drafts, not counted', { draft: true, pagination: false }],
    ['by a condition on another table', { where: { 'category.title': { exists: true } } }],
    [
      'by a condition on another table, not counted',
      { where: { 'category.title': { exists: true } }, pagination: false },
    ],
  ])('%s follows the one before, and there is none past the last', async (_, asked) => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ ...SORT, ...asked, page })))
    expect(pages.map(titles)).toEqual(['áo Áo', 'b Zz', 'Đá', ''])
  })

  it.each<[number, object]>([
    [1, { hasPrevPage: false, prevPage: null, hasNextPage: true, nextPage: 2, pagingCounter: 1 }],
    [2, { hasPrevPage: true, prevPage: 1, hasNextPage: true, nextPage: 3, pagingCounter: 3 }],
    [3, { hasPrevPage: true, prevPage: 2, hasNextPage: false, nextPage: null, pagingCounter: 5 }],
    [9, { hasPrevPage: true, prevPage: 8, hasNextPage: false, nextPage: null, pagingCounter: 17 }],
  ])('number %i says where it stands, whatever the condition', async (page, stand) => {
    for (const where of [{}, { 'category.title': { exists: true } }] as Where[]) {
      const { docs: _docs, ...found } = await list({ ...SORT, page, where })
      expect(found).toEqual({ page, limit: 2, totalDocs: 5, totalPages: 3, ...stand })
    }
  })

  it('of an empty list is the only one', async () => {
    for (const field of ['title', 'category.title']) {
      const where: Where = { [field]: { equals: '-' } }
      expect(await list({ ...SORT, where })).toEqual({
        docs: [],
        totalDocs: 0,
        totalPages: 1,
        page: 1,
        limit: 2,
        pagingCounter: 1,
        hasPrevPage: false,
        prevPage: null,
        hasNextPage: false,
        nextPage: null,
      })
    }
  })

  it('without a limit holds all', async () => {
    const all = await list({ limit: 0 })
    expect(all).toMatchObject({ totalDocs: 5, totalPages: 1, limit: 0, hasNextPage: false })
    expect(all.docs).toHaveLength(5)
  })

  it('of versions follows the one before', async () => {
    const { payload } = portal
    const asked = { collection: 'news', sort: 'createdAt', limit: 2, depth: 0 } as const
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => payload.findVersions({ ...asked, page })),
    )
    expect(pages.map(({ docs }) => docs.length)).toEqual([2, 2, 1, 0])
    expect(new Set(pages.flatMap(({ docs }) => docs.map(({ id }) => id))).size).toBe(5)
    expect(pages.map(({ totalDocs }) => totalDocs)).toEqual([5, 5, 5, 5])
  })
})

describe('a number of documents', () => {
  it('counts what its own transaction has made', async () => {
    const { payload } = portal
    const { afterChange } = payload.collections.pages.config.hooks
    const counts: number[] = []
    afterChange.push(async ({ req }) => {
      counts.push((await payload.count({ collection: 'pages', req, trash: true })).totalDocs)
      counts.push((await payload.find({ collection: 'pages', req, trash: true })).totalDocs)
    })
    try {
      await payload.create({ collection: 'pages', data: { title: 'Giới thiệu' } })
    } finally {
      afterChange.pop()
    }
    expect(counts).toEqual([1, 1])
  })
})
