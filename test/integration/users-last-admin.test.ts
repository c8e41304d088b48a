import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(() => portal.close())

test('the only admin keeps account and role until another admin is there', async () => {
  const { payload } = portal
  const only = await buildUser(payload)
  const editor = await buildUser(payload, { role: 'editor' })
  const demote = () =>
    payload.update({ collection: 'users', id: only.id, data: { role: 'editor' } })

  await expect(demote()).rejects.toThrow('tài khoản quản trị duy nhất')
  await expect(payload.delete({ collection: 'users', id: only.id })).rejects.toThrow(
    'tài khoản quản trị duy nhất',
  )

  await payload.update({ collection: 'users', id: editor.id, data: { role: 'admin' } })
  expect(await demote()).toMatchObject({ role: 'editor' })
})

test('the only admin may change the name', async () => {
  const { payload } = portal
  const { docs } = await payload.find({ collection: 'users', where: { role: { equals: 'admin' } } })
  const [admin] = docs
  const renamed = await payload.update({
    collection: 'users',
    id: admin?.id ?? '',
    data: { name: 'Tên mới' },
  })
  expect(renamed.name).toBe('Tên mới')
})
