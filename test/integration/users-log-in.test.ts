import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS_HEADER } from '#cms/access/request-address.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { rest } from '#test/support/rest.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const RIGHT = 'mat-khau-thu-nghiem'
const WRONG = 'sai'

let networks = 0
/** An address that no other test tries from. */
const newAddress = () => `10.1.${(networks += 1)}.7`

const logIn = (email: string, password = RIGHT, address = newAddress(), cookie = '') =>
  rest(portal, '/users/login', {
    method: 'POST',
    json: { email, password },
    headers: { [ADDRESS_HEADER]: address, ...(cookie && { Cookie: cookie }) },
  })

const me = async (token: string) => (await rest(portal, '/users/me', { token })).json()

/** Wrong passwords, one after the other, until one is not even looked at. */
async function tryUntilSlowed(email: string, address?: string, cookie?: string): Promise<number> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { status } = await logIn(email, WRONG, address, cookie)
    if (status === 429) return tries
  }
  return Infinity
}

/** What a browser would send the next time. */
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .filter((cookie) => cookie?.startsWith('portal-device'))
    .join('; ')

describe('who logs in', () => {
  it('gets a token that names the account, until the log-out', async () => {
    const { id, email } = await buildUser(portal.payload, { role: 'editor' })
    const answer = await logIn(email)
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()[0]).toMatch(/^payload-token=/)
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

  it('may be logged in at several places', async () => {
    const { email } = await buildUser(portal.payload)
    const [first, second] = [await (await logIn(email)).json(), await (await logIn(email)).json()]
    await rest(portal, '/users/logout', { method: 'POST', token: first.token })
    expect((await me(first.token)).user).toBeNull()
    expect((await me(second.token)).user).toMatchObject({ email })
  })

  it.each([{}, { email: 'a@example.vn' }, { email: ['a'], password: {} }, { password: 'x' }])(
    'with %j is told what is missing',
    async (json) => {
      const headers = { [ADDRESS_HEADER]: newAddress() }
      const answer = await rest(portal, '/users/login', { method: 'POST', json, headers })
      expect(answer.status).toBe(400)
    },
  )
})

describe('who does not know the password', () => {
  const told = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers],
    body: await answer.text(),
  })

  it('learns nothing from what is answered, however often', async () => {
    const { email } = await buildUser(portal.payload)
    const addresses = [newAddress(), newAddress()] as const
    for (let tries = 1; tries <= 8; tries += 1) {
      const wrong = await told(await logIn(email, WRONG, addresses[0]))
      const unknown = await told(await logIn('khong-co@example.vn', WRONG, addresses[1]))
      // How long a pause still lasts depends on the moment.
      const timeless = JSON.stringify(wrong).replaceAll(/\d+( giây)?/g, '')
      expect(timeless).toBe(JSON.stringify(unknown).replaceAll(/\d+( giây)?/g, ''))
      expect(wrong.status).toBe(tries <= 5 ? 401 : 429)
    }
  })

  it('is told after some tries how long to wait', async () => {
    const { email } = await buildUser(portal.payload)
    const address = newAddress()
    expect(await tryUntilSlowed(email, address)).toBe(5)
    const slowed = await logIn(email, RIGHT, address)
    const after = Number(slowed.headers.get('Retry-After'))
    expect(after).toBeGreaterThan(0)
    expect((await slowed.json()).errors[0].message).toBe(
      `Đã thử quá nhiều lần. Hãy thử lại sau ${after} giây.`,
    )
  })

  it('is slowed on all accounts of a network, which is a whole /64 of IPv6', async () => {
    let tries = 0
    const next = () => logIn(`doan-${(tries += 1)}@example.vn`, WRONG, `2001:db8:7:7::${tries}`)
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async () => (await next()).status),
    )
    // Hashes wait in a short queue, so some of the first are told to come again (503).
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20)
    expect(statuses.filter((status) => status === 429 || status === 503).length).toBeGreaterThan(39)
    expect((await logIn('a@example.vn', WRONG, '2001:db8:7:8::1')).status).toBe(401)
  })

  it('is slowed on one account from however many networks, and on no other', async () => {
    const { email } = await buildUser(portal.payload)
    expect(await tryUntilSlowed(email)).toBe(10)
    const { email: other } = await buildUser(portal.payload)
    expect((await logIn(other)).status).toBe(200)
  })
})

describe('a person whose account strangers try', () => {
  it('logs in at once where the device has logged in before', async () => {
    const { email } = await buildUser(portal.payload)
    const address = newAddress()
    const known = cookieOf(await logIn(email, RIGHT, address))
    expect(known).toMatch(/^portal-device-[\da-f]{16}=/)
    // From the same network as well as from others.
    await tryUntilSlowed(email, address)
    await tryUntilSlowed(email)
    expect((await logIn(email, RIGHT, address)).status).toBe(429)
    const answer = await logIn(email, RIGHT, address, known)
    expect(answer.status).toBe(200)
  })

  it('is slowed alone by own mistakes on that device', async () => {
    const { email } = await buildUser(portal.payload)
    const known = cookieOf(await logIn(email))
    expect(await tryUntilSlowed(email, undefined, known)).toBe(5)
    expect((await logIn(email)).status).toBe(200)
  })

  it('is not helped by the cookie of another account, or a made one', async () => {
    const { email } = await buildUser(portal.payload)
    const { email: other } = await buildUser(portal.payload)
    const foreign = cookieOf(await logIn(other))
    const own = cookieOf(await logIn(email))
    const [name = '', value = ''] = own.split('=')
    await tryUntilSlowed(email)
    for (const cookie of [
      foreign,
      `${name}=${foreign.split('=')[1]}`,
      `${name}=made.${value.split('.')[1]}`,
      `${name}=.`,
      `${name}=`,
    ]) {
      expect([cookie, (await logIn(email, RIGHT, undefined, cookie)).status]).toEqual([cookie, 429])
    }
  })
})
