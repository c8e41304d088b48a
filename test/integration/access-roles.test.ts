import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isGranted, PERMISSIONS, type Actor } from '#cms/access/permissions.ts'
import type { User } from '#shared/payload-types.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { ONE_OF_EACH, type Build, type PermittedCollection } from '#test/support/one-of-each.ts'

let portal: TestPortal
const users = new Map<Actor, User>()
beforeAll(async () => {
  portal = await openPortal()
  for (const { value: role } of ROLES) users.set(role, await buildUser(portal.payload, { role }))
})
afterAll(() => portal.close())

const ACTORS: readonly Actor[] = [...ROLES.map(({ value }) => value), 'public']
const COLLECTIONS = Object.keys(ONE_OF_EACH) as PermittedCollection[]

describe.each(COLLECTIONS)('%s', (collection) => {
  const [buildPrivate, buildPublic] = ONE_OF_EACH[collection]

  it.each(ACTORS)('is read by %s as the table says', async (actor) => {
    const { id } = await buildPublic(portal.payload)
    const found = await outcome(async () => {
      const where = { id: { equals: id } }
      const { totalDocs } = await portal.payload.find({ collection, where, ...as(actor) })
      if (totalDocs === 0) throw refused()
    })
    const isOwn = collection === 'users' && actor === 'admin'
    expect(found).toBe(isOwn || isGranted(actor, 'read', collection))
  })

  it.each(ACTORS)('is created by %s as the table says', async (actor) => {
    const made = await outcome(() => copyOf(portal.payload, collection, buildPrivate, as(actor)))
    expect(made).toBe(isGranted(actor, 'create', collection))
  })

  it.each(ACTORS)('is changed by %s as the table says', async (actor) => {
    const { id } = await buildPrivate(portal.payload)
    const changed = await outcome(() =>
      portal.payload.update({ collection, id, data: {}, draft: true, ...as(actor) }),
    )
    expect(changed).toBe(isGranted(actor, 'update', collection))
  })

  it.each(ACTORS)('is deleted by %s as the table says', async (actor) => {
    const { id } = await buildPublic(portal.payload)
    const isDeleted = await outcome(() =>
      portal.payload.delete({
        collection,
        id,
        context: { despiteUse: true },
        ...as(actor),
      }),
    )
    expect(isDeleted).toBe(isGranted(actor, 'delete', collection))
  })

  it.each(ACTORS)('while it was never public is deleted by %s as the table says', async (actor) => {
    const { id } = await buildPrivate(portal.payload)
    const isDeleted = await outcome(() => portal.payload.delete({ collection, id, ...as(actor) }))
    const granted =
      isGranted(actor, 'delete', collection) || isGranted(actor, 'deleteDraft', collection)
    expect(isDeleted).toBe(granted)
  })
})

const PUBLISHED_BY_STATUS = [
  'news',
  'documents',
  'products',
  'producers',
  'programmes',
  'pages',
] as const

describe.each(PUBLISHED_BY_STATUS)('%s', (collection) => {
  it.each(ACTORS)('are published by %s as the table says', async (actor) => {
    const { id } = await ONE_OF_EACH[collection][0](portal.payload)
    const data = { _status: 'published' as const }
    const published = await outcome(() =>
      portal.payload.update({ collection, id, data, ...as(actor) }),
    )
    expect(published).toBe(isGranted(actor, 'publish', collection))
  })
})

describe.each(['navigation', 'home-page', 'site-settings', 'search-words'] as const)(
  '%s',
  (slug) => {
    const names = { centre: 'Trung tâm', parentUnit: 'Sở Công Thương', province: 'Sông Châu' }

    it.each(ACTORS)('is read and changed by %s as the table says', async (actor) => {
      expect(await outcome(() => portal.payload.findGlobal({ slug, ...as(actor) }))).toBe(
        isGranted(actor, 'read', slug),
      )
      const data = slug === 'site-settings' ? names : {}
      expect(await outcome(() => portal.payload.updateGlobal({ slug, data, ...as(actor) }))).toBe(
        isGranted(actor, 'update', slug),
      )
    })
  },
)

describe('the table', () => {
  it('covers every collection that has a page in the admin', () => {
    const { collections } = portal.payload.config
    const own = collections.filter(({ slug }) => !/^payload-|^visit-traces$/.test(slug))
    expect(own.map(({ slug }) => slug as string).toSorted()).toEqual(
      Object.keys(PERMISSIONS)
        .filter((resource) => resource in ONE_OF_EACH)
        .toSorted(),
    )
  })
})

describe('accounts', () => {
  it('are read by their owners, who never raise their own role', async () => {
    const editor = users.get('editor')
    const { docs } = await portal.payload.find({ collection: 'users', ...as('editor') })
    expect(docs.map(({ id }) => id)).toEqual([editor?.id])
    const changed = await portal.payload.update({
      collection: 'users',
      id: editor?.id ?? '',
      data: { name: 'Tên mới', role: 'admin' },
      ...as('editor'),
    })
    expect(changed).toMatchObject({ name: 'Tên mới', role: 'editor' })
  })
})

function as(actor: Actor) {
  const user = users.get(actor)
  return {
    overrideAccess: false,
    user: user ? { ...user, collection: 'users' as const } : null,
  }
}

/** True where it is allowed, false where access refuses; any other failure is the test's. */
async function outcome(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 403) return false
    throw error
  }
}

function refused(): Error {
  return Object.assign(new Error('Nothing was found.'), { status: 403 })
}

/** Sends, as the actor, what a builder would have stored. */
async function copyOf(
  payload: Payload,
  collection: CollectionSlug,
  build: Build,
  rights: ReturnType<typeof as>,
): Promise<unknown> {
  const create = payload.create
  const asActor = new Proxy(payload, {
    get: (target, name) =>
      name === 'create'
        ? (options: Parameters<typeof create>[0]) =>
            create({ ...options, ...(options.collection === collection ? rights : {}) })
        : Reflect.get(target, name),
  })
  return build(asActor)
}
