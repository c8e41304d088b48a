import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ADDRESS_HEADER } from '#cms/access/request-address.ts'
import { flushFailures } from '#cms/audit/failures.ts'
import { forgetAudit } from '#cms/audit/forget.ts'
import type { AuditLog, User } from '#shared/payload-types.ts'
import {
  buildCategory,
  buildComment,
  buildNews,
  buildTopic,
  buildUser,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

const PASSWORD = 'mat-khau-thu-nghiem'
const ADDRESS = '203.0.113.77'
const NETWORK = '203.0.113.0/24'

let portal: TestPortal
let admin: User
let token: string
beforeAll(async () => {
  portal = await openPortal()
  admin = await buildUser(portal.payload, { name: 'Trần Quản Trị' })
  token = await logIn(portal, admin.email)
})
afterAll(() => portal.close())

/** What was written since the last look, oldest first. */
const looks = { seen: new Set<string>() }
async function newRows(): Promise<AuditLog[]> {
  const options = { collection: 'audit-log', pagination: false, sort: 'id' } as const
  const { docs } = await portal.payload.find(options)
  const rows = docs.filter(({ id }) => !looks.seen.has(id))
  for (const { id } of rows) looks.seen.add(id)
  return rows
}

const act = (method: string, path: string, json?: object, as = token) =>
  rest(portal, path, {
    method,
    token: as,
    headers: { [ADDRESS_HEADER]: ADDRESS },
    ...(json && { json }),
  })

const ofAdmin = () => ({ actor: admin.id, actorName: 'Trần Quản Trị', network: NETWORK })

describe('the log of the system', () => {
  it('names who published, withdrew, trashed, restored and deleted what', async () => {
    const { id: category } = await buildCategory(portal.payload)
    const { id, title } = await buildNews(portal.payload, { _status: 'draft', category })
    await newRows()
    const on = { collectionName: 'news', documentId: id, kind: 'Tin bài', title, ...ofAdmin() }
    const path = `/news/${id}`
    await act('PATCH', path, { _status: 'published' })
    await act('PATCH', path, { summary: 'Sửa.', _status: 'published' })
    await act('PATCH', path, { _status: 'draft' })
    await act('PATCH', path, { deletedAt: new Date().toISOString() })
    await act('PATCH', `${path}?trash=true`, { deletedAt: null })
    await act('DELETE', path)
    expect(await newRows()).toMatchObject([
      { act: 'published', ...on },
      { act: 'published', detail: 'Sửa bài đang đăng', ...on },
      { act: 'withdrawn', ...on },
      { act: 'trashed', ...on },
      { act: 'restored', ...on },
      { act: 'deleted', ...on },
    ])
  })

  it('has nothing of drafts, and of refused saves', async () => {
    const { id } = await buildNews(portal.payload)
    await newRows()
    await act('PATCH', `/news/${id}?draft=true`, { title: 'Nháp' })
    await act('PATCH', `/news/${id}`, { category: null, _status: 'published' })
    expect(await newRows()).toEqual([])
  })

  it('names what was done to accounts, without addresses and passwords', async () => {
    const { email } = await buildUser(portal.payload, { role: 'editor' })
    await newRows()
    const fields = { name: 'Lê Mới', role: 'editor', password: PASSWORD, email: 'moi@example.vn' }
    const made = await (await act('POST', '/users', fields)).json()
    const path = `/users/${made.doc.id}`
    await act('PATCH', path, { role: 'publisher' })
    const currentPassword = PASSWORD
    await act('PATCH', path, { email: 'khac@example.vn', currentPassword })
    await act('PATCH', path, { password: 'mat-khau-moi-12', currentPassword })
    await act('PATCH', path, { name: 'Lê Khác' })
    await act('DELETE', path)
    const rows = await newRows()
    const on = { kind: 'Tài khoản', documentId: made.doc.id, ...ofAdmin() }
    expect(rows).toMatchObject([
      { act: 'account-created', detail: 'Biên tập', title: 'Lê Mới', ...on },
      { act: 'role-changed', detail: 'Biên tập → Duyệt đăng', ...on },
      { act: 'email-changed', ...on },
      { act: 'password-changed', ...on },
      { act: 'account-deleted', title: 'Lê Khác', ...on },
    ])
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`@example|${PASSWORD}|${email}`))
  })

  it('has log-ins and log-outs', async () => {
    const { email, id } = await buildUser(portal.payload, { name: 'Biên Tập Viên' })
    await newRows()
    const answer = await act('POST', '/users/login', { email, password: PASSWORD }, '')
    await act('POST', '/users/logout', {}, (await answer.json()).token)
    const by = { actor: id, actorName: 'Biên Tập Viên', network: NETWORK, count: 1 }
    expect(await newRows()).toMatchObject([
      { act: 'log-in', ...by },
      { act: 'log-out', ...by },
    ])
  })

  it('counts failed log-ins by the hour, and names no address that has no account', async () => {
    const { email, id, name } = await buildUser(portal.payload)
    await newRows()
    const fail = (of: string) => act('POST', '/users/login', { email: of, password: 'sai' }, '')
    for (let tries = 1; tries <= 4; tries += 1) await fail(email)
    await fail('nguoi-la@example.vn')
    await flushFailures(portal.payload)
    await fail(email)
    await fail(email)
    await flushFailures(portal.payload)
    const rows = await newRows()
    const known = { documentId: id, title: name, network: NETWORK, actor: null, actorName: null }
    expect(rows).toHaveLength(3)
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ act: 'log-in-failed', count: 5, ...known }),
        expect.objectContaining({ act: 'log-in-slowed', count: 1, ...known }),
        expect.objectContaining({ act: 'log-in-failed', count: 1, documentId: null, title: null }),
      ]),
    )
    expect(JSON.stringify(rows)).not.toContain('nguoi-la')
  })

  it('has what readers’ words were approved, and never the words', async () => {
    const { id: news } = await buildNews(portal.payload)
    const { id } = await buildComment(portal.payload, { news, content: 'Lời của bạn đọc.' })
    await newRows()
    await act('PATCH', `/comments/${id}`, { status: 'approved' })
    await act('DELETE', `/comments/${id}`)
    const on = { collectionName: 'comments', documentId: id, title: null, ...ofAdmin() }
    expect(await newRows()).toMatchObject([
      { act: 'published', ...on },
      { act: 'deleted', ...on },
    ])
  })

  it('has changes of globals, and what commands do', async () => {
    const { id } = await buildTopic(portal.payload)
    await newRows()
    await act('POST', '/globals/navigation', { header: [] })
    await portal.payload.delete({ collection: 'topics', id })
    const by = { actor: null, actorName: 'Hệ thống (lệnh trên máy chủ, hẹn giờ)' }
    expect(await newRows()).toMatchObject([
      { act: 'published', kind: 'Trình đơn', ...ofAdmin() },
      { act: 'deleted', documentId: id, ...by },
    ])
  })

  it('is changed, made and deleted by nobody over REST, also not by an admin', async () => {
    await buildNews(portal.payload)
    const before = await portal.payload.find({ collection: 'audit-log', pagination: false })
    const [row] = before.docs
    const statuses = [
      await act('PATCH', `/audit-log/${row?.id}`, { actorName: 'Ai đó' }),
      await act('PATCH', '/audit-log?where[id][exists]=true', { actorName: 'Ai đó' }),
      await act('DELETE', `/audit-log/${row?.id}`),
      await act('DELETE', '/audit-log?where[id][exists]=true'),
      await act('POST', '/audit-log', { act: 'published', count: 1 }),
      await act('POST', `/audit-log/${row?.id}/duplicate`, {}),
    ].map(({ status }) => status)
    expect(statuses.filter((status) => status < 400)).toEqual([])
    const after = await portal.payload.find({ collection: 'audit-log', pagination: false })
    expect(after.docs).toEqual(before.docs)
  })

  it('is read by admins alone', async () => {
    expect((await act('GET', '/audit-log')).status).toBe(200)
    for (const role of ['publisher', 'editor', 'moderator'] as const) {
      const { email } = await buildUser(portal.payload, { role })
      const answer = await act('GET', '/audit-log', undefined, await logIn(portal, email))
      expect([role, answer.status]).toEqual([role, 403])
    }
    expect((await act('GET', '/audit-log', undefined, '')).status).toBe(403)
  })

  it('is kept 400 days', async () => {
    const days = async (count: number) => {
      const createdAt = new Date(Date.now() - count * 86_400_000).toISOString()
      const { id } = await portal.payload.create({
        collection: 'audit-log',
        data: { act: 'published', count: 1, createdAt },
      })
      return id
    }
    const [kept, old] = [await days(399), await days(401)]
    await forgetAudit(portal.payload, new Date())
    const { docs } = await portal.payload.find({
      collection: 'audit-log',
      where: { id: { in: [kept, old] } },
    })
    expect(docs.map(({ id }) => id)).toEqual([kept])
  })
})

describe('an attack on log-ins', () => {
  it('adds few rows, however many networks and accounts it has', async () => {
    const { noteFailure } = await import('#cms/audit/failures.ts')
    await newRows()
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 2_000; n += 1) {
        const network = `10.${round}.${n % 250}.${n >> 8}`
        const email = `${round}-${n}@example.vn`
        noteFailure(portal.payload, { kind: 'log-in-failed', email, network })
      }
      await flushFailures(portal.payload)
    }
    const rows = await newRows()
    expect(rows.length).toBeLessThanOrEqual(301)
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(6_000)
  })
})

describe('a log line', () => {
  it('is one at warn for what was refused, and has the stack of what was not expected', async () => {
    const { pino } = await import('pino')
    const { APIError } = await import('payload')
    const { WriteRefusedError } = await import('#cms/database/transaction-end.ts')
    const { portalLogger } = await import('#cms/audit/portal-logger.ts')
    const lines: { level: number; msg?: string; err?: { stack?: string } }[] = []
    const write = vi.fn<(line: string) => void>((line) => lines.push(JSON.parse(line)))
    const logger = pino((portalLogger as { options: object }).options, { write })
    logger.error({ err: new WriteRefusedError('updateOne news') })
    logger.error({ err: new APIError('Chưa có quyền.', 403, null, true) })
    logger.error({ err: new APIError('Vỡ.', 500) })
    logger.error({ err: new Error('Không ngờ.') }, 'Something broke.')
    expect(lines.map(({ level }) => level)).toEqual([40, 40, 50, 50])
    expect(lines.map(({ err }) => Boolean(err?.stack))).toEqual([false, false, true, true])
    expect(lines[1]?.msg).toBe('Chưa có quyền.')
  })
})
