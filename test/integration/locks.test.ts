import { createLocalReq, type BuildFormStateArgs } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { withOwnLock } from '#cms/locks/own-lock.ts'
import type { User } from '#shared/payload-types.ts'
import { ROLES, type Role } from '#shared/vocabulary/roles.ts'
import { buildNews, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

const LOCKS = 'payload-locked-documents'

let portal: TestPortal
const people = new Map<Role, { user: User; token: string }>()
beforeAll(async () => {
  portal = await openPortal()
  for (const { value: role } of ROLES) {
    const user = await buildUser(portal.payload, { role })
    people.set(role, { user, token: await logIn(portal, user.email) })
  }
})
afterAll(() => portal.close())

function person(role: Role) {
  const found = people.get(role)
  if (!found) throw new Error(`No ${role} was built.`)
  return found
}

/** As the admin's server function writes it. */
async function lockOf(role: Role, id: string, updatedAt = new Date().toISOString()) {
  return portal.payload.db.create({
    collection: LOCKS,
    data: {
      document: { relationTo: 'news', value: id },
      user: { relationTo: 'users', value: person(role).user.id },
      createdAt: updatedAt,
      updatedAt,
    },
  })
}

const send = (role: Role, method: string, path: string, json?: object) =>
  rest(portal, path, { method, json, token: person(role).token })
const own = (role: Role) => ({ relationTo: 'users' as const, value: person(role).user.id })
const locksOn = async (id: string) => {
  const where = { 'document.value': { equals: id } }
  const { docs } = await portal.payload.find({ collection: LOCKS, where, depth: 0 })
  return docs.map(({ user }) => user.value)
}

describe('a lock', () => {
  it('is made in one’s own name, whatever name is sent', async () => {
    const { id } = await buildNews(portal.payload)
    const document = { relationTo: 'news', value: id }
    const json = { document, user: own('admin') }
    const answer = await send('editor', 'POST', `/${LOCKS}`, json)
    expect(answer.status).toBe(201)
    expect(await locksOn(id)).toEqual([person('editor').user.id])
  })

  it('is not made on what one may not edit, nor beside another’s', async () => {
    const { id } = await buildNews(portal.payload)
    const json = { document: { relationTo: 'news', value: id } }
    expect((await send('moderator', 'POST', `/${LOCKS}`, json)).status).toBe(403)
    expect((await send('editor', 'POST', `/${LOCKS}`, { globalSlug: 'navigation' })).status).toBe(
      403,
    )
    const absent = { document: { relationTo: 'news', value: 'khong-co' } }
    expect((await send('editor', 'POST', `/${LOCKS}`, absent)).status).toBe(403)
    expect((await send('editor', 'POST', `/${LOCKS}`, {})).status).toBe(403)
    await lockOf('publisher', id)
    expect((await send('editor', 'POST', `/${LOCKS}`, json)).status).toBe(423)
    expect(await locksOn(id)).toEqual([person('publisher').user.id])
  })

  it('is taken over by who may edit there, for oneself, and that is logged with both names', async () => {
    const { id } = await buildNews(portal.payload)
    const lock = await lockOf('editor', id)
    const told = vi.spyOn(portal.payload.logger, 'info')
    const json = { user: own('admin'), document: { relationTo: 'news', value: 'khac' } }
    expect((await send('moderator', 'PATCH', `/${LOCKS}/${lock.id}`, json)).status).toBe(403)
    const answer = await send('publisher', 'PATCH', `/${LOCKS}/${lock.id}`, json)
    expect(answer.status).toBe(200)
    expect(await locksOn(id)).toEqual([person('publisher').user.id])
    expect(told).toHaveBeenCalledWith({
      code: 'lock_taken_over',
      by: person('publisher').user.name,
      from: person('editor').user.name,
      target: { collection: 'news', id },
    })
    told.mockClear()
    await send('publisher', 'PATCH', `/${LOCKS}/${lock.id}`, json)
    expect(told).not.toHaveBeenCalled()
    told.mockRestore()
  })

  it('is deleted by its owner, and by others once it has ended', async () => {
    const { id } = await buildNews(portal.payload)
    const lock = await lockOf('editor', id)
    const path = `/${LOCKS}/${lock.id}`
    expect((await send('admin', 'DELETE', path)).status).toBe(403)
    await send('admin', 'DELETE', `/${LOCKS}?where[id][exists]=true`)
    expect(await locksOn(id)).toHaveLength(1)
    expect((await send('editor', 'DELETE', path)).status).toBe(200)
    const old = await lockOf('editor', id, new Date(Date.now() - 600_000).toISOString())
    expect((await send('publisher', 'DELETE', `/${LOCKS}/${old.id}`)).status).toBe(200)
  })

  it('of another is not changed in bulk', async () => {
    const { id } = await buildNews(portal.payload)
    await lockOf('editor', id)
    await send('admin', 'PATCH', `/${LOCKS}?where[id][exists]=true`, { user: own('admin') })
    expect(await locksOn(id)).toEqual([person('editor').user.id])
  })

  it('holds a save of another up, also one that asks to pass over it', async () => {
    const { id } = await buildNews(portal.payload)
    await lockOf('editor', id)
    for (const query of ['', '?overrideLock=true']) {
      const json = { title: 'Chen vào' }
      expect((await send('publisher', 'PATCH', `/news/${id}${query}`, json)).status).toBe(423)
      expect((await send('publisher', 'DELETE', `/news/${id}${query}`)).status).toBe(423)
    }
    expect((await send('editor', 'PATCH', `/news/${id}?draft=true`, { title: 'Mới' })).status).toBe(
      200,
    )
  })
})

describe('the admin’s form', () => {
  it('asks for a lock where its person may edit, and nowhere else', async () => {
    const { id } = await buildNews(portal.payload)
    const asked = async (role: Role, target: object) => {
      const user = { ...person(role).user, collection: 'users' as const }
      const req = await createLocalReq({ user }, portal.payload)
      const args = { ...target, req, returnLockStatus: true } as unknown as BuildFormStateArgs
      return (await withOwnLock(args)).returnLockStatus
    }
    expect(await asked('moderator', { collectionSlug: 'news', id })).toBe(false)
    expect(await asked('editor', { collectionSlug: 'news', id })).toBe(true)
    expect(await asked('editor', { globalSlug: 'navigation' })).toBe(false)
    expect(await asked('publisher', { globalSlug: 'navigation' })).toBe(true)
  })
})
