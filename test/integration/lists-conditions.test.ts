import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCategory, buildDocument, buildNews, buildTopic } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
const topics = new Map<string, string>()
const categories = new Map<string, string>()

beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  for (const title of ['Gốm', 'Mây']) topics.set(title, (await buildTopic(payload, { title })).id)
  for (const [title, order] of [
    ['Tin', 1],
    ['Khuyến công', 5],
  ] as const) {
    categories.set(title, (await buildCategory(payload, { title, order })).id)
  }
  const [gom = '', may = ''] = topics.values()
  const [tin = '', khuyenCong = ''] = categories.values()
  await buildNews(payload, { title: 'A', category: tin, author: 'An', pinned: true, topics: [] })
  await buildNews(payload, { title: 'B', category: tin, author: '', topics: [gom] })
  await buildNews(payload, {
    title: 'C',
    category: khuyenCong,
    summary: 'Chỉ một câu.',
    topics: [gom, may],
    moreCategories: [tin],
    expiresAt: '2099-01-05T00:00:00.000Z',
  })
  await buildNews(payload, {
    title: 'D',
    category: khuyenCong,
    author: 'Bình',
    _status: 'draft',
    expiresAt: '2099-01-06T00:00:00.000Z',
  })
  await buildNews(payload, { title: 'E', category: tin, deletedAt: '2026-01-01T00:00:00.000Z' })
  const base = await buildDocument(payload, { number: '1/QĐ', issuers: ['UBND tỉnh', 'Sở'] })
  await buildDocument(payload, {
    number: '2/QĐ',
    fields: ['1', '2'],
    issuedAt: '2025-06-01',
    relations: [{ relation: 'thay-the', target: base.id }],
    effectOverride: { status: 'in-force', reason: 'Theo văn bản.' },
  })
})
afterAll(() => portal.close())

async function found(collection: 'news' | 'documents', where: Where): Promise<string> {
  const { payload } = portal
  const asked = { collection: collection as CollectionSlug, where, trash: true } as const
  const { docs, totalDocs } = await payload.find({ ...asked, depth: 0, limit: 50 })
  expect(await payload.count(asked)).toEqual({ totalDocs })
  const drafts = await payload.find({ ...asked, depth: 0, limit: 50, draft: true })
  const names = [docs, drafts.docs].map((list) => list.map(nameOf).toSorted().join(''))
  expect(names[1], 'the newest drafts, found by the same condition').toBe(names[0])
  return names[0] ?? ''
}

const nameOf = (doc: object) => {
  const { title = '', number } = doc as { title?: string; number?: string }
  return number ? number.slice(0, 1) : title
}

describe('news are found by a condition on', () => {
  it.each<[string, Where, string]>([
    ['a text that is there', { author: { exists: true } }, 'ABD'],
    ['a text that is not there', { author: { exists: false } }, 'CE'],
    ['an empty text', { author: { equals: '' } }, 'B'],
    ['no text', { author: { equals: null } }, 'CE'],
    ['another text, or none', { author: { not_equals: 'An' } }, 'BCDE'],
    ['one of several texts', { author: { in: ['An', 'Bình', ''] } }, 'ABD'],
    ['a text that is none of several', { author: { not_in: ['An'] } }, 'BD'],
    ['a part of a text', { summary: { contains: 'một' } }, 'C'],
    ['a text that follows', { title: { greater_than: 'C' } }, 'DE'],
    ['a moment', { expiresAt: { equals: '2099-01-05T07:00:00+07:00' } }, 'C'],
    ['a later moment', { expiresAt: { greater_than: '2099-01-05T00:00:00.000Z' } }, 'D'],
    ['a moment or a later one', { expiresAt: { greater_than_equal: '2099-01-05' } }, 'CD'],
    ['an earlier moment', { expiresAt: { less_than: '2099-01-06T00:00:00.000Z' } }, 'C'],
    ['no moment', { expiresAt: { exists: false } }, 'ABE'],
    ['another moment', { expiresAt: { not_in: ['2099-01-05T00:00:00.000Z'] } }, 'D'],
    ['two bounds', { title: { greater_than: 'A', less_than: 'D' } }, 'BC'],
    ['a mark that is set', { pinned: { equals: true } }, 'A'],
    ['a mark that is not set', { pinned: { not_equals: true } }, 'BCDE'],
    ['the status', { _status: { equals: 'published' } }, 'ABCE'],
    ['the trash', { deletedAt: { exists: true } }, 'E'],
    ['what is not in the trash', { deletedAt: { exists: false } }, 'ABCD'],
    ['nothing at all', { id: { exists: false } }, ''],
    ['an id that is no id', { id: { equals: 'không có' } }, ''],
    ['none of the ids', { id: { in: [] } }, ''],
    ['a list that is not empty', { topics: { exists: true } }, 'BC'],
    ['a list that is empty', { topics: { exists: false } }, 'ADE'],
    ['another list that is empty', { moreCategories: { exists: false } }, 'ABDE'],
    ['a field of what they refer to', { 'category.title': { equals: 'Tin' } }, 'ABE'],
    ['a number of what they refer to', { 'category.order': { greater_than: 1 } }, 'CD'],
    ['what of their many refers to', { 'topics.title': { in: ['Mây'] } }, 'C'],
    ['nothing', {}, 'ABCDE'],
    ['an empty choice', { or: [] }, 'ABCDE'],
    [
      'several conditions',
      { or: [{ pinned: { equals: true } }, { and: [{ author: { exists: true } }, draft()] }] },
      'AD',
    ],
  ])('%s', async (_, where, names) => {
    expect(await found('news', where)).toBe(names)
  })

  it.each<[string, () => Where, string]>([
    ['their category', () => ({ category: { equals: categories.get('Tin') } }), 'ABE'],
    ['another category', () => ({ category: { not_equals: categories.get('Tin') } }), 'CD'],
    ['one of several categories', () => ({ category: { in: [...categories.values()] } }), 'ABCDE'],
    ['a topic', () => ({ topics: { equals: topics.get('Gốm') } }), 'BC'],
    ['any of two topics', () => ({ topics: { in: [...topics.values()] } }), 'BC'],
    [
      'a category besides the first',
      () => ({ moreCategories: { in: [categories.get('Tin')] } }),
      'C',
    ],
  ])('%s', async (_, where, names) => {
    expect(await found('news', where())).toBe(names)
  })
})

function draft(): Where {
  return { _status: { equals: 'draft' } }
}

describe('documents are found by a condition on', () => {
  it.each<[string, Where, string]>([
    ['one of their texts', { issuers: { in: ['Sở'] } }, '1'],
    ['texts that are there', { issuers: { exists: true } }, '1'],
    ['texts that are not there', { issuers: { exists: false } }, '2'],
    ['one of their terms', { fields: { in: ['2'] } }, '2'],
    ['terms that are not there', { fields: { exists: false } }, '1'],
    ['a part of their rows', { 'relations.relation': { equals: 'thay-the' } }, '2'],
    ['what a row refers to', { 'relations.target.number': { equals: '1/QĐ' } }, '2'],
    ['a field of a group', { 'effectOverride.status': { equals: 'in-force' } }, '2'],
    ['a field of a group that is empty', { 'effectOverride.status': { exists: false } }, '1'],
    ['the beginning of a day', { issuedAt: { like: '2025-' } }, '2'],
    ['a day', { issuedAt: { less_than: '2026' } }, '2'],
  ])('%s', async (_, where, names) => {
    expect(await found('documents', where)).toBe(names)
  })
})

describe('a condition on a field that there is not', () => {
  it('is refused', async () => {
    const where = { nope: { equals: 1 } } as Where
    await expect(portal.payload.find({ collection: 'news', where })).rejects.toMatchObject({
      status: 400,
    })
  })
})
