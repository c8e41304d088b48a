import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ADDRESS_HEADER } from '#cms/access/request-address.ts'
import type { User } from '#shared/payload-types.ts'
import { buildUser } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'
import { sessionOf } from '#test/support/session-of.ts'

let portal: TestPortal
let account: User
beforeAll(async () => {
  portal = await openPortal()
})
beforeEach(async () => {
  account = await buildUser(portal.payload)
})
afterAll(() => portal.close())

const PASSWORD = 'mat-khau-thu-nghiem'

const overRest = async (path: string, token?: string, json: object = {}) =>
  (
    await rest(portal, path, {
      method: 'POST',
      json,
      ...(token && { token }),
      headers: { [ADDRESS_HEADER]: `10.2.0.${account.id.charCodeAt(35)}` },
    })
  ).json()

const logInOverRest = async () => {
  const { token } = await overRest('/users/login', '', { email: account.email, password: PASSWORD })
  return token as string
}

const isAlive = async (token: string) =>
  Boolean((await (await rest(portal, '/users/me', { token })).json()).user)

const sessions = async () =>
  (await portal.payload.findByID({ collection: 'users', id: account.id })).sessions ?? []

describe('what happens to an account at one moment', () => {
  it('keeps the sessions of three log-ins', async () => {
    const tokens = await Promise.all([logInOverRest(), logInOverRest(), logInOverRest()])
    expect(await Promise.all(tokens.map(isAlive))).toEqual([true, true, true])
  })

  it('keeps those of log-ins that do not come by REST', async () => {
    const again = () => logIn(portal, account.email)
    const tokens = await Promise.all([again(), again(), again()])
    expect(await Promise.all(tokens.map(isAlive))).toEqual([true, true, true])
  })

  it.runIf(hasTransactions)('keeps log-ins, refreshes and log-outs apart', async () => {
    const [stays, leaves] = [await logInOverRest(), await logInOverRest()]
    const [fresh, refreshed] = await Promise.all([
      logInOverRest(),
      overRest('/users/refresh-token', stays),
      overRest('/users/logout', leaves),
      logInOverRest(),
    ])
    expect(await Promise.all([stays, fresh, refreshed.refreshedToken].map(isAlive))).toEqual([
      true,
      true,
      true,
    ])
    expect(await isAlive(leaves)).toBe(false)
    expect(await sessions()).toHaveLength(3)
  })

  it('never brings an old password back', async () => {
    const { payload } = portal
    const { config } = payload.collections.users
    const change = () =>
      payload.update({ collection: 'users', id: account.id, data: { password: 'mat-khau-moi-12' } })
    // Between the look at the password and the write of the session.
    const { findOne } = payload.db
    let isChanged = false
    payload.db.findOne = (async (args: Parameters<typeof findOne>[0]) => {
      const found = await findOne.call(payload.db, args)
      if (args.collection === config.slug && !isChanged) {
        isChanged = true
        await change()
      }
      return found
    }) as typeof findOne
    try {
      await expect(logIn(portal, account.email)).rejects.toMatchObject({ status: 401 })
    } finally {
      payload.db.findOne = findOne
    }
    await expect(logIn(portal, account.email)).rejects.toMatchObject({ status: 401 })
    const data = { email: account.email, password: 'mat-khau-moi-12' }
    await expect(payload.login({ collection: 'users', data })).resolves.toHaveProperty('token')
  })
})

describe('a session', () => {
  it('that has expired is taken away at the next log-in', async () => {
    await logInOverRest()
    const expired = (await sessions()).map((session) => ({
      ...session,
      expiresAt: new Date(Date.now() - 1_000).toISOString(),
    }))
    await portal.payload.update({
      collection: 'users',
      id: account.id,
      data: { sessions: expired },
    })
    const token = await logInOverRest()
    expect((await sessions()).map(({ id }) => id)).toEqual([sessionOf(token)])
  })

  it('ends with the log-out of all', async () => {
    const tokens = [await logInOverRest(), await logInOverRest()]
    await overRest('/users/logout?allSessions=true', tokens[0])
    expect(await sessions()).toEqual([])
  })

  it('leaves the account otherwise as it was', async () => {
    const before = await portal.payload.findByID({ collection: 'users', id: account.id })
    await logInOverRest()
    const after = await portal.payload.findByID({ collection: 'users', id: account.id })
    expect({ ...after, sessions: [] }).toEqual({ ...before, sessions: [] })
  })
})
