import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, buildNews, buildPage, buildUser, richText } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  token = await logIn(portal, (await buildUser(portal.payload)).email)
})
afterAll(() => portal.close())

const NFC = 'Nghề gốm Thổ Hà: ế ộ ữ ằ đ Đ'.normalize('NFC')

const TEXTS: [string, string][] = [
  ['composed Vietnamese', NFC],
  ['decomposed Vietnamese', NFC.normalize('NFD')],
  ['emoji, also of several signs', '🙂 👩‍🏭 🇻🇳 𝄞'],
  ['line separators', 'một\u2028hai\u2029ba\r\nbốn\tnăm'],
  ['quotes, backslashes and what looks like a command', `"a" 'b' \\ '; DROP TABLE news; -- $where`],
  ['what looks like markup or an operator', '<b>&amp;</b> {"$gt": ""} %25 _'],
  ['blanks at both ends', '  có cách  '],
  ['a soft hyphen and a joiner', 'khuyến\u00ADcông\u200D\u200B'],
]

describe('a text comes back as it was given', () => {
  it.each(TEXTS)('with %s', async (_, text) => {
    const made = await rest(portal, '/news?draft=true', {
      method: 'POST',
      token,
      json: { title: 'Bài', summary: text, body: richText(text) },
    })
    const { id } = (await made.json()).doc
    const { summary, body } = await (await rest(portal, `/news/${id}`, { token })).json()
    expect(summary).toBe(text)
    expect(body).toEqual(richText(text))
    const { docs } = await portal.payload.findVersions({
      collection: 'news',
      where: { 'version.summary': { equals: text } },
    })
    expect(docs).toMatchObject([{ version: { summary: text, body: richText(text) } }])
  })

  it('however long it is', async () => {
    const long = `${NFC} 🙂\n`.repeat(30_000)
    const { id } = await buildPage(portal.payload, { body: richText(long) })
    const { body } = await portal.payload.findByID({ collection: 'pages', id })
    expect(body).toEqual(richText(long))
  })

  it('in lists and rows, in their order', async () => {
    const issuers = TEXTS.map(([, text]) => text)
    const relations = issuers.map((citation) => ({ relation: 'can-cu' as const, citation }))
    const { id } = await buildDocument(portal.payload, { issuers, relations })
    const document = await portal.payload.findByID({ collection: 'documents', id })
    expect(document.issuers).toEqual(issuers)
    expect(document.relations?.map(({ citation }) => citation)).toEqual(issuers)
  })

  it('and is told apart from one that only looks the same', async () => {
    const { payload } = portal
    const [composed, decomposed] = ['NFC', 'NFD'].map((form) => 'Hồng Thái'.normalize(form))
    const made = await buildNews(payload, { author: composed })
    const find = (author: string | undefined) =>
      payload.find({ collection: 'news', where: { author: { equals: author } } })
    expect((await find(composed)).docs.map(({ id }) => id)).toEqual([made.id])
    expect((await find(decomposed)).docs).toEqual([])
  })
})

describe('a moment comes back as the same moment in one form', () => {
  it.each([
    ['with the offset of Việt Nam', '2026-03-17T08:00:00+07:00', '2026-03-17T01:00:00.000Z'],
    ['across midnight', '2026-03-17T03:30:15.120+07:00', '2026-03-16T20:30:15.120Z'],
    ['with a negative offset', '2025-12-31T20:00:00-05:00', '2026-01-01T01:00:00.000Z'],
    ['in universal time', '2026-03-17T01:00:00.000Z', '2026-03-17T01:00:00.000Z'],
    ['as a day', '2026-03-17', '2026-03-17T00:00:00.000Z'],
    ['long ago', '1945-09-02T14:00:00+07:00', '1945-09-02T07:00:00.000Z'],
  ])('%s', async (_, given, moment) => {
    const json = { title: 'Bài', expiresAt: given }
    const made = await rest(portal, '/news?draft=true', { method: 'POST', token, json })
    const { id, expiresAt } = (await made.json()).doc
    expect(expiresAt).toBe(moment)
    const read = await (await rest(portal, `/news/${id}`, { token })).json()
    expect(read.expiresAt).toBe(moment)
    const where: Where = { and: [{ id: { equals: id } }, { expiresAt: { equals: given } }] }
    expect(await portal.payload.count({ collection: 'news', where })).toEqual({ totalDocs: 1 })
  })

  it('also where the row was made at a given one', async () => {
    const createdAt = '2020-02-29T23:59:59.999+07:00'
    const { id } = await buildNews(portal.payload, { createdAt })
    const { docs } = await portal.payload.find({
      collection: 'news',
      where: { createdAt: { less_than: '2021-01-01' } },
    })
    expect(docs).toMatchObject([{ id, createdAt: '2020-02-29T16:59:59.999Z' }])
  })

  it('or is refused where it is none', async () => {
    const { id: category } = await portal.payload.create({
      collection: 'categories',
      data: { title: 'Mục' },
    })
    const json = { title: 'Bài', category, expiresAt: 'hôm qua', _status: 'published' }
    const answer = await rest(portal, '/news', { method: 'POST', token, json })
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors[0].data.errors).toMatchObject([{ path: 'expiresAt' }])
  })
})

describe('a calendar date', () => {
  it('stays the text that it is', async () => {
    const { id } = await buildDocument(portal.payload, { issuedAt: '2024-02-29' })
    const { issuedAt } = await portal.payload.findByID({ collection: 'documents', id })
    expect(issuedAt).toBe('2024-02-29')
    await expect(buildDocument(portal.payload, { issuedAt: '2023-02-29' })).rejects.toMatchObject({
      status: 400,
    })
  })
})

describe('a number', () => {
  it.each([0, 1, 1250.5, 0.1, 9_007_199_254_740_991])('like %d stays exact', async (amount) => {
    const data = { title: 'Hỗ trợ', budgets: [{ year: 2026, amount }] }
    const made = await portal.payload.create({ collection: 'programmes', draft: true, data })
    const read = await portal.payload.findByID({ collection: 'programmes', id: made.id })
    expect(read.budgets).toMatchObject([{ year: 2026, amount }])
  })
})
