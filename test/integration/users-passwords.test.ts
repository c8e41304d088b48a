import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resetPasswordCommand } from '#cms/commands/reset-password.ts'
import { isPasswordOf } from '#cms/log-in/password-hash.ts'
import type { User } from '#shared/payload-types.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const PASSWORD = 'mat-khau-thu-nghiem'
const NEW = 'mat-khau-moi-12'

async function person(role: User['role']) {
  const user = await buildUser(portal.payload, { role })
  return { user, token: await logIn(portal, user.email) }
}

const change = (token: string, id: string, json: object) =>
  rest(portal, `/users/${id}`, { method: 'PATCH', token, json })

const isAlive = async (token: string) =>
  Boolean((await (await rest(portal, '/users/me', { token })).json()).user)

const opensWith = async (email: string, password: string) => {
  const login = portal.payload.login({ collection: 'users', data: { email, password } })
  return login.then(
    () => true,
    () => false,
  )
}

describe.each([
  ['the password', { password: NEW }],
  ['the address', { email: 'dia-chi-moi@example.vn' }],
] as const)('a change of %s', (_what, wanted) => {
  it('needs the current password, told at its field', async () => {
    const { user, token } = await person('editor')
    for (const [currentPassword, message] of [
      [undefined, 'Hãy nhập mật khẩu hiện tại của bạn để đổi mật khẩu hoặc thư điện tử.'],
      ['', 'Hãy nhập mật khẩu hiện tại của bạn để đổi mật khẩu hoặc thư điện tử.'],
      [['x'], 'Trường “Mật khẩu hiện tại của bạn” sai kiểu: cần chữ.'],
      ['sai', 'Mật khẩu hiện tại không đúng.'],
    ]) {
      const answer = await change(token, user.id, { ...wanted, currentPassword })
      expect(answer.status).toBe(400)
      const [error] = (await answer.json()).errors
      expect(error.data.errors).toMatchObject([{ path: 'currentPassword', message }])
    }
    expect(await opensWith(user.email, PASSWORD)).toBe(true)
  })

  it('ends all sessions but the one that made it', async () => {
    const { user, token } = await person('editor')
    const other = await logIn(portal, user.email)
    const email = 'email' in wanted ? `moi-${user.id}@example.vn` : undefined
    const answer = await change(token, user.id, {
      ...wanted,
      ...(email && { email }),
      currentPassword: PASSWORD,
    })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(await answer.json())).not.toContain(PASSWORD)
    expect([await isAlive(token), await isAlive(other)]).toEqual([true, false])
    const password = 'password' in wanted ? wanted.password : PASSWORD
    expect(await opensWith(email ?? user.email, password)).toBe(true)
  })

  it('by an admin needs the admin’s own password, and ends the sessions of the account', async () => {
    const admin = await person('admin')
    const other = await person('editor')
    const json = 'email' in wanted ? { email: `boi-quan-tri-${other.user.id}@example.vn` } : wanted
    expect((await change(admin.token, other.user.id, json)).status).toBe(400)
    const answer = await change(admin.token, other.user.id, { ...json, currentPassword: PASSWORD })
    expect(answer.status).toBe(200)
    expect([await isAlive(admin.token), await isAlive(other.token)]).toEqual([true, false])
  })

  it('of many accounts at once needs it as well', async () => {
    const admin = await person('admin')
    const path = `/users?where[id][equals]=${admin.user.id}`
    const answer = await rest(portal, path, { method: 'PATCH', token: admin.token, json: wanted })
    expect(answer.status).toBe(400)
  })
})

describe('an account', () => {
  it('is saved without the current password where neither changes', async () => {
    const { user, token } = await person('editor')
    const json = { name: 'Tên mới', email: ` ${user.email.toUpperCase()}`, password: '' }
    const answer = await change(token, user.id, json)
    expect([answer.status, (await answer.json()).doc?.name]).toEqual([200, 'Tên mới'])
    expect(await isAlive(token)).toBe(true)
  })

  it('never tells when its password changed, and nobody sets it', async () => {
    const { user, token } = await person('admin')
    const json = { passwordChangedAt: '2001-01-01T00:00:00.000Z' }
    const { doc } = await (await change(token, user.id, json)).json()
    expect(doc).not.toHaveProperty('passwordChangedAt')
    const stored = await portal.payload.findByID({ collection: 'users', id: user.id })
    expect(stored.passwordChangedAt).toBeNull()
  })

  it('is not open to guessing by who found it open', async () => {
    const { user, token } = await person('editor')
    const guess = (currentPassword: string) =>
      change(token, user.id, { password: NEW, currentPassword })
    for (let tries = 1; tries <= 5; tries += 1) await guess('sai')
    const [error] = (await (await guess(PASSWORD)).json()).errors
    expect(error.data.errors[0].message).toMatch(
      /^Đã thử quá nhiều lần. Hãy thử lại sau \d+ giây.$/,
    )
  })

  it('has no session after the operator reset its password', async () => {
    const { user, token } = await person('editor')
    await resetPasswordCommand.run([user.email], portal.config)
    expect(await isAlive(token)).toBe(false)
  })
})

describe('a stored password', () => {
  it('is known as Payload stores it now, and as older versions did', async () => {
    const { email } = await buildUser(portal.payload)
    const where = { email: { equals: email } }
    const stored = await portal.payload.db.findOne<User>({ collection: 'users', where })
    expect(await isPasswordOf(stored, PASSWORD)).toBe(true)
    expect(await isPasswordOf(stored, `${PASSWORD} `)).toBe(false)
    const salt = randomBytes(32).toString('hex')
    const older = { salt, hash: pbkdf2Sync('cũ', salt, 25_000, 512, 'sha256').toString('hex') }
    expect(await isPasswordOf(older, 'cũ')).toBe(true)
    expect(await isPasswordOf(older, 'mới')).toBe(false)
    expect(await isPasswordOf(null, '')).toBe(false)
  })
})
