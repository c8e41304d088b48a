import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseEverywhere } from '#cms/reader-data/erase-everywhere.ts'
import {
  CONTRIBUTION_COLLECTIONS,
  CONTRIBUTIONS,
  readersFields,
  type Contribution,
} from '#cms/reader-data/contributions.ts'
import type { ReaderDataAct } from '#shared/payload-types.ts'
import { ROLES, type Role } from '#shared/vocabulary/roles.ts'
import { buildComment, buildUser, richText } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { ONE_OF_EACH } from '#test/support/one-of-each.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
const people = new Map<Role, { name: string; token: string }>()
beforeAll(async () => {
  portal = await openPortal()
  for (const { value: role } of ROLES) {
    const { name, email } = await buildUser(portal.payload, { role })
    people.set(role, { name, token: await logIn(portal, email) })
  }
})
afterAll(() => portal.close())

const CONSENT = { consentedAt: '2026-03-01T00:00:00.000Z', consentText: 'Tôi đồng ý.' }
const MODERATORS: readonly Role[] = ['admin', 'publisher', 'moderator']

/** A contribution that the public sees, where its kind is ever public. */
async function contributed(collection: Contribution, fields: object = {}) {
  const { id } = await ONE_OF_EACH[collection][1](portal.payload)
  const data = { ...CONSENT, ...fields }
  await portal.payload.update({ collection, id: String(id), data })
  return String(id)
}

const send = (role: Role | null, path: string, json: object = {}, method = 'POST') =>
  rest(portal, path, { method, json, token: role ? (people.get(role)?.token ?? '') : '' })
const stored = (collection: Contribution, id: string) =>
  portal.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
  })
async function history(documentId: string): Promise<ReaderDataAct[]> {
  const { docs } = await portal.payload.find({
    collection: 'reader-data-acts',
    where: { documentId: { equals: documentId } },
    sort: 'createdAt',
  })
  return docs
}
async function changesOf(documentId: string) {
  const where = { documentId: { equals: documentId } }
  const { docs } = await portal.payload.find({ collection: 'changes', where, sort: '-createdAt' })
  return docs
}

describe.each(CONTRIBUTION_COLLECTIONS)('%s', (collection) => {
  it('are acted on by those who moderate, and by nobody else', async () => {
    const id = await contributed(collection)
    const before = await stored(collection, id)
    for (const act of ['correct-typing', 'withdraw-consent', 'erase']) {
      const path = `/${collection}/${id}/${act}`
      const json = { name: 'Khác', words: true }
      expect((await send('editor', path, json)).status).toBe(403)
      expect((await send(null, path, json)).status).toBe(403)
    }
    expect(await stored(collection, id)).toEqual(before)
    expect(await history(id)).toEqual([])
    for (const role of MODERATORS) {
      const json = { name: `Tên của ${role}` }
      expect((await send(role, `/${collection}/${id}/correct-typing`, json)).status).toBe(200)
    }
    const names = MODERATORS.map((role) => people.get(role)?.name)
    expect((await history(id)).map(({ actorName }) => actorName)).toEqual(names)
    expect((await send('admin', `/${collection}/khong-co/erase`)).status).toBe(404)
  })

  it('are corrected, and keep the old words in the history', async () => {
    const id = await contributed(collection)
    const before = await stored(collection, id)
    const [word = ''] = CONTRIBUTIONS[collection].words
    const json = { [word]: 'Đã sửa', consentText: 'Giả', status: 'rejected', name: before?.name }
    const answer = await send('moderator', `/${collection}/${id}/correct-typing`, json)
    expect(answer.status).toBe(200)
    expect(await stored(collection, id)).toMatchObject({
      [word]: 'Đã sửa',
      name: before?.name,
      consentText: CONSENT.consentText,
      ...(collection === 'feedback' ? {} : { status: 'approved' }),
    })
    expect(await history(id)).toMatchObject([
      { act: 'correction', field: word, oldWords: before?.[word], newWords: 'Đã sửa' },
    ])
    const empty = await send('moderator', `/${collection}/${id}/correct-typing`, { [word]: ' ' })
    expect(empty.status).toBe(400)
    expect((await send('moderator', `/${collection}/${id}/correct-typing`, {})).status).toBe(200)
    expect(await history(id)).toHaveLength(1)
  })

  it('leave the public for good when a consent is withdrawn, and the proof of it stays', async () => {
    const id = await contributed(collection)
    await send('moderator', `/${collection}/${id}/correct-typing`, { name: 'Tên Đã Sửa' })
    const path = `/${collection}/${id}/withdraw-consent`
    expect((await send('moderator', path)).status).toBe(200)
    const row = await stored(collection, id)
    expect(row).toMatchObject({ ...CONSENT, name: '', email: '' })
    expect(row?.consentWithdrawnAt).toBeTruthy()
    const [correction, withdrawal] = await history(id)
    expect(correction).toMatchObject({ act: 'correction', field: 'name', oldWords: null })
    expect(withdrawal).toMatchObject({
      act: 'withdrawal',
      actorName: people.get('moderator')?.name,
    })
    if (collection === 'feedback') return
    expect(row?.status).toBe('rejected')
    const [change] = await changesOf(id)
    expect(change).toMatchObject({ isPublicBefore: true, isPublicAfter: false })
    const again = await send('admin', `/${collection}/${id}`, { status: 'approved' }, 'PATCH')
    expect(again.status).toBe(400)
  })

  it('keep the fact alone when a person is erased with the words', async () => {
    const id = await contributed(collection)
    const [word = ''] = CONTRIBUTIONS[collection].words
    const json = { [word]: 'Lời đã sửa', name: 'Tên đã sửa' }
    await send('moderator', `/${collection}/${id}/correct-typing`, json)
    expect((await send('moderator', `/${collection}/${id}/erase`, { words: true })).status).toBe(
      200,
    )
    const row = await stored(collection, id)
    for (const field of readersFields(collection)) expect(row?.[field] ?? '').toBe('')
    expect(row?.erasedAt).toBeTruthy()
    const rows = await history(id)
    expect(rows.map(({ act }) => act).toSorted()).toEqual(['correction', 'correction', 'erasure'])
    expect(rows.flatMap(({ oldWords, newWords }) => [oldWords, newWords]).filter(Boolean)).toEqual(
      [],
    )
    const correction = await send('admin', `/${collection}/${id}/correct-typing`, json)
    expect(correction.status).toBe(409)
    if (collection === 'feedback') return
    const approval = await send('admin', `/${collection}/${id}`, { status: 'approved' }, 'PATCH')
    expect(approval.status).toBe(400)
  })

  it('keep their words where only the person is erased, and can still be decided on', async () => {
    const id = await contributed(collection)
    const before = await stored(collection, id)
    await send('moderator', `/${collection}/${id}/erase`)
    const row = await stored(collection, id)
    for (const field of CONTRIBUTIONS[collection].words) expect(row?.[field]).toBe(before?.[field])
    expect(row).toMatchObject({ name: '', email: '' })
    const json = collection === 'feedback' ? { handled: true } : { moderationNote: 'Đã xóa tên' }
    expect((await send('moderator', `/${collection}/${id}`, json, 'PATCH')).status).toBe(200)
    expect(await stored(collection, id)).toMatchObject(json)
  })

  it('keep no words in the history once they are deleted for good', async () => {
    const id = await contributed(collection)
    await send('moderator', `/${collection}/${id}/correct-typing`, { name: 'Tên đã sửa' })
    await portal.payload.delete({ collection, id })
    expect(await history(id)).toMatchObject([{ act: 'correction', oldWords: null, newWords: null }])
  })
})

describe('a question', () => {
  it('is answered by a plain save, and its address goes with its words', async () => {
    const id = await contributed('questions')
    const json = { answer: richText('Trả lời'), answeredBy: 'Phòng Khuyến công' }
    expect((await send('moderator', `/questions/${id}`, json, 'PATCH')).status).toBe(200)
    expect(await stored('questions', id)).toMatchObject({ answeredBy: json.answeredBy })
    await send('moderator', `/questions/${id}/erase`, { words: true })
    expect((await stored('questions', id))?.slug ?? null).toBeNull()
    const target = { 'target.value': { equals: id } }
    const { totalDocs } = await portal.payload.count({ collection: 'redirects', where: target })
    expect(totalDocs).toBe(0)
  })

  it('that was asked by telephone is noted down by a moderator, and copied by nobody', async () => {
    const json = { title: 'Hỏi', content: 'Hỏi qua điện thoại', name: 'A', email: 'a@example.vn' }
    const answer = await send('moderator', '/questions', { ...json, ...CONSENT })
    expect(answer.status).toBe(201)
    const { doc } = await answer.json()
    expect(doc).toMatchObject({ ...json, consentText: null, consentedAt: null })
    expect((await send('moderator', `/questions/${doc.id}/duplicate`)).status).toBe(404)
  })
})

describe('the history', () => {
  it('is changed by nobody', async () => {
    const id = await contributed('comments')
    await send('moderator', `/comments/${id}/correct-typing`, { name: 'Tên đã sửa' })
    const [row] = await history(id)
    for (const { value: role } of ROLES) {
      const path = `/reader-data-acts/${row?.id}`
      expect((await send(role, path, { oldWords: 'Giả' }, 'PATCH')).status).toBe(403)
      expect((await send(role, path, {}, 'DELETE')).status).toBe(403)
      expect((await send(role, '/reader-data-acts', { ...row }, 'POST')).status).toBe(403)
    }
    expect(await history(id)).toEqual([row])
  })
})

describe('a person', () => {
  it('is erased everywhere at once, whatever the case of the address, in the trash as well', async () => {
    const email = 'Nguoi.Gui@Example.vn'
    const ids = new Map<Contribution, string>()
    for (const collection of CONTRIBUTION_COLLECTIONS) {
      ids.set(collection, await contributed(collection, { email: email.toLowerCase() }))
    }
    const trashed = await buildComment(portal.payload, { email })
    const deletedAt = new Date().toISOString()
    await portal.payload.update({ collection: 'comments', id: trashed.id, data: { deletedAt } })
    const other = await contributed('comments', { email: `x${email.toLowerCase()}` })
    const req = await createLocalReq({}, portal.payload)
    const counts = await eraseEverywhere(req, email, { words: false })
    expect(counts).toEqual({ comments: 2, questions: 1, feedback: 1 })
    for (const [collection, id] of ids) expect((await stored(collection, id))?.email).toBe('')
    expect((await stored('comments', trashed.id))?.email).toBe('')
    expect((await stored('comments', other))?.email).toBe(`x${email.toLowerCase()}`)
    expect(await history(trashed.id)).toMatchObject([
      { act: 'erasure', actorName: 'Người vận hành máy chủ' },
    ])
  })
})
