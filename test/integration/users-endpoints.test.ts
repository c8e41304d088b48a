import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { startMailServer, type MailServer } from '#test/support/mail-server.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let mails: MailServer
let email: string
let token: string
beforeAll(async () => {
  mails = await startMailServer('a', 'b')
  process.env.SMTP_URL = mails.url
  process.env.MAIL_FROM = 'khuyencong@example.vn'
  portal = await openPortal()
  email = (await buildUser(portal.payload)).email
  token = await logIn(portal, email)
})
afterAll(async () => {
  await portal?.close()
  await mails?.close()
})
afterEach(() => vi.restoreAllMocks())

/** Whatever is asked of accounts, as Payload's own router knows it, and some that it must refuse. */
const ASKED = [
  ['POST', '/users/verify/x', {}],
  ['POST', '/users/unlock', { email: 'EMAIL' }],
  ['POST', '/users/unlock', { email: 'khong-co@example.vn' }],
  ['POST', '/users/forgot-password', { email: 'EMAIL' }],
  ['POST', '/users/forgot-password', { email: 'khong-co@example.vn' }],
  ['POST', '/users/reset-password', { token: 'x', password: 'y' }],
  ['POST', '/users/login', { email: 'EMAIL', password: 'sai' }],
  ['POST', '/users/login', { email: 'EMAIL', password: 'mat-khau-thu-nghiem' }],
  ['POST', '/users/login', { email: 'khong-co@example.vn', password: 'sai' }],
  ['POST', '/users/first-register', { email: 'b@example.vn', password: 'mat-khau-dai-12' }],
  ['GET', '/users/me', undefined],
  ['GET', '/users/init', undefined],
  ['POST', '/users/refresh-token', {}],
  ['POST', '/users/logout', {}],
] as const

describe.each([
  ['a stranger', false],
  ['an admin', true],
])('what %s asks of accounts', (_who, isAdmin) => {
  it.each(ASKED)('never waits for itself: %s %s %j', async (method, path, json) => {
    const logged = vi.spyOn(portal.payload.logger, 'error')
    if (isAdmin && path !== '/users/logout') token = await logIn(portal, email)
    const body = JSON.parse(JSON.stringify(json ?? null).replace('EMAIL', email)) as object | null
    const answer = await rest(portal, path, {
      method,
      ...(body && { json: body }),
      ...(isAdmin && { token }),
    })
    const told = logged.mock.calls.map(([what]) => (what as { code?: string }).code)
    expect(told).not.toContain('forgotten_request')
    expect([path, answer.status < 500]).toEqual([path, true])
    // Nothing is left open that a save would have to wait for.
    await portal.payload.create({ collection: 'topics', data: { title: `Sau ${Math.random()}` } })
  })

  it('is the whole of what Payload’s router has for them', () => {
    const { endpoints } = portal.payload.collections.users.config
    const own = (endpoints || []).map(({ path }) => path.split('/')[1])
    const asked = ASKED.map(([, path]) => path.split('/')[2])
    const generic = ['', 'count', 'versions', 'access', ':id', 'duplicate']
    expect(new Set(own).difference(new Set([...asked, ...generic]))).toEqual(new Set())
  })
})
