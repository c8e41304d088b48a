import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { rest } from '#test/support/rest.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const RIGHT = 'mat-khau-thu-nghiem'

const logIn = (email: string, password = RIGHT) =>
  rest(portal, '/users/login', { method: 'POST', json: { email, password } })

const me = async (token: string) => (await rest(portal, '/users/me', { token })).json()

describe('who logs in', () => {
  it('gets a token that names the account, until the log-out', async () => {
    const { id, email } = await buildUser(portal.payload, { role: 'editor' })
    const answer = await logIn(email)
    expect(answer.status).toBe(200)
    const { token, user } = await answer.json()
    expect(user).toMatchObject({ id, email, role: 'editor' })
    expect(user).not.toHaveProperty('hash')
    expect((await me(token)).user).toMatchObject({ id })
    const out = await rest(portal, '/users/logout', { method: 'POST', token })
    expect(out.status).toBe(200)
    expect((await me(token)).user).toBeNull()
  })

  it('is known whatever letters the address is written in', async () => {
    const { id } = await buildUser(portal.payload, { email: 'Bien.Tap@Example.vn' })
    const answer = await logIn('bien.TAP@example.VN')
    expect([answer.status, (await answer.json()).user.id]).toEqual([200, id])
  })

  it('with a wrong password or an unknown address learns nothing', async () => {
    const { email } = await buildUser(portal.payload)
    const wrong = await logIn(email, 'sai')
    const unknown = await logIn('khong-co@example.vn', 'sai')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.json()).toEqual(await unknown.json())
  })

  it('may be logged in at several places', async () => {
    const { email } = await buildUser(portal.payload)
    const [first, second] = [await (await logIn(email)).json(), await (await logIn(email)).json()]
    await rest(portal, '/users/logout', { method: 'POST', token: first.token })
    expect((await me(first.token)).user).toBeNull()
    expect((await me(second.token)).user).toMatchObject({ email })
  })
})

describe('five wrong passwords', () => {
  const lockUntil = async (id: string) => {
    const hidden = { collection: 'users', id, showHiddenFields: true } as const
    return (await portal.payload.findByID(hidden)).lockUntil
  }

  it('lock the account, for the right one too, and nobody else', async () => {
    const locked = await buildUser(portal.payload)
    const other = await buildUser(portal.payload)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await logIn(locked.email, 'sai')).status).toBe(401)
    }
    const refused = await logIn(locked.email)
    expect(refused.status).toBe(401)
    expect(Date.parse((await lockUntil(locked.id)) ?? '')).toBeGreaterThan(Date.now())
    expect((await logIn(other.email)).status).toBe(200)
  })

  it('are forgotten by a right one before the fifth', async () => {
    const { id, email } = await buildUser(portal.payload)
    for (let round = 1; round <= 2; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1) await logIn(email, 'sai')
      expect((await logIn(email)).status).toBe(200)
    }
    expect(await lockUntil(id)).toBeFalsy()
  })

  it('at the same moment lock it as well', async () => {
    const { id, email } = await buildUser(portal.payload)
    await Promise.all(Array.from({ length: 8 }, () => logIn(email, 'sai')))
    expect(await lockUntil(id)).toBeTruthy()
    expect((await logIn(email)).status).toBe(401)
  })

  it('are forgiven by an administrator', async () => {
    const { payload } = portal
    const { email } = await buildUser(payload)
    for (let attempt = 1; attempt <= 5; attempt += 1) await logIn(email, 'sai')
    await payload.unlock({ collection: 'users', data: { email }, overrideAccess: true } as never)
    expect((await logIn(email)).status).toBe(200)
  })
})
