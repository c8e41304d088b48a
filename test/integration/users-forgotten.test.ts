import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS_HEADER } from '#cms/access/request-address.ts'
import type { User } from '#shared/payload-types.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { startMailServer, type Mail, type MailServer } from '#test/support/mail-server.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let mails: MailServer
beforeAll(async () => {
  mails = await startMailServer('cổng@example.vn', 'mật:khẩu/thư')
  process.env.SMTP_URL = mails.url
  process.env.MAIL_FROM = 'Trung tâm Khuyến công <khuyencong@example.vn>'
  portal = await openPortal()
})
afterAll(async () => {
  await portal?.close()
  await mails?.close()
})

let networks = 0
const post = (path: string, json: object, address = `10.3.${(networks += 1)}.1`) =>
  rest(portal, path, { method: 'POST', json, headers: { [ADDRESS_HEADER]: address } })

const forget = (email: string, address?: string) =>
  post('/users/forgot-password', { email }, address)

/** Quoted-printable (RFC 2045, 6.7) or base64 as text. */
function textOf({ source }: Mail): string {
  const [head = '', ...parts] = source.split('\r\n\r\n')
  const body = parts.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

const linkOf = (mail: Mail) =>
  /http:\/\/localhost:3000\/admin\/reset\/([\da-f]{40})\b/.exec(textOf(mail))?.[1] ?? ''

describe('who forgot the password', () => {
  let user: User
  let session: string
  let token: string

  it('gets a mail with a link, in Vietnamese', async () => {
    user = await buildUser(portal.payload, { name: 'Lê Thị Hà' })
    session = await logIn(portal, user.email)
    expect((await forget(user.email.toUpperCase())).status).toBe(200)
    const mail = await mails.next()
    expect([mail.from, mail.to]).toEqual(['khuyencong@example.vn', [user.email]])
    expect(textOf(mail)).toMatch(/^Chào Lê Thị Hà,[^]*trong 1 giờ[^]*Nếu bạn không đề nghị/)
    token = linkOf(mail)
    expect(token).not.toBe('')
  })

  it('gives a new password by it, once, which ends every session', async () => {
    const wanted = { token, password: 'mat-khau-moi-12' }
    const answer = await post('/users/reset-password', wanted)
    expect(answer.status).toBe(200)
    const { token: fresh } = await answer.json()
    const me = async (jwt: string) =>
      (await (await rest(portal, '/users/me', { token: jwt })).json()).user?.id
    expect([await me(fresh), await me(session)]).toEqual([user.id, undefined])
    const again = await post('/users/reset-password', wanted)
    expect([again.status, (await again.json()).errors[0].message]).toEqual([
      403,
      'Đường dẫn này đã được dùng hoặc đã quá 1 giờ. Hãy bấm “Quên mật khẩu?” để nhận đường dẫn mới.',
    ])
  })

  it('is answered as who has no account', async () => {
    const { email } = await buildUser(portal.payload)
    const [known, unknown] = [await forget(email), await forget('khong-co@example.vn')]
    expect(unknown.status).toBe(known.status)
    expect([...unknown.headers]).toEqual([...known.headers])
    expect(await unknown.text()).toBe(await known.text())
    expect((await mails.next()).to).toEqual([email])
    expect(mails.waiting).toBe(0)
  })

  it('is not flooded with mails, nor is anybody from one network', async () => {
    const { email } = await buildUser(portal.payload)
    const statuses: number[] = []
    for (let times = 1; times <= 5; times += 1) statuses.push((await forget(email)).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const fromOne = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => forget(`nguoi-${n}@example.vn`, '10.9.9.9')),
    )
    expect(fromOne.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    for (let times = 1; times <= 3; times += 1) expect((await mails.next()).to).toEqual([email])
  })

  it('does not wait for itself when a command asks for the link', async () => {
    const { email } = await buildUser(portal.payload)
    const asked = portal.payload.forgotPassword({ collection: 'users', data: { email } })
    await expect(asked).resolves.toMatch(/^[\da-f]{40}$/)
    await mails.next()
  })
})

describe('a made link', () => {
  it.each([
    [403, {}],
    [403, { token: '' }],
    [403, { token: 'f'.repeat(40) }],
    [400, { token: { not_equals: '' } }],
  ])('is refused (%i): %j', async (status, wanted) => {
    const answer = await post('/users/reset-password', { password: 'mat-khau-moi-12', ...wanted })
    expect(answer.status).toBe(status)
  })

  it('is slowed by network', async () => {
    const statuses: number[] = []
    for (let times = 1; times <= 12; times += 1) {
      const made = { token: 'a'.repeat(40), password: 'x' }
      statuses.push((await post('/users/reset-password', made, '10.8.8.8')).status)
    }
    expect(statuses.filter((status) => status === 403)).toHaveLength(10)
    expect(statuses.slice(10)).toEqual([429, 429])
  })
})
