import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isGranted, type Actor, type Operation } from '#cms/access/permissions.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { ONE_OF_EACH, type Build, type PermittedCollection } from '#test/support/one-of-each.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
const tokens = new Map<Actor, string>()
beforeAll(async () => {
  portal = await openPortal()
  for (const { value: role } of ROLES) {
    const { email } = await buildUser(portal.payload, { role })
    tokens.set(role, await logIn(portal, email))
  }
})
afterAll(() => portal.close())

const ACTORS: readonly Actor[] = [...ROLES.map(({ value }) => value), 'public']
const COLLECTIONS = Object.keys(ONE_OF_EACH) as PermittedCollection[]
const PUBLISHED_BY_STATUS: readonly PermittedCollection[] = [
  'news',
  'documents',
  'products',
  'producers',
  'programmes',
  'pages',
]
const UPLOADS: readonly PermittedCollection[] = ['media', 'files']

type Stored = Record<string, unknown> & { readonly id: string }
const stored = (collection: CollectionSlug, id: string) =>
  portal.payload.db.findOne<Stored>({ collection, where: { id: { equals: id } } })
const send = (actor: Actor, method: string, path: string, json: object = {}) => {
  const token = tokens.get(actor)
  return rest(portal, path, { method, json, ...(token ? { token } : {}) })
}

interface Way {
  readonly name: string
  readonly of: 'private' | 'public'
  /** Any one of these must be granted, and all of `also`. */
  readonly needs: readonly Operation[]
  readonly also?: Operation
  /** Brings the document into the state that the way starts from. */
  readonly prepare?: object
  readonly method: string
  path(collection: string, id: string): string | Promise<string>
  readonly json?: object
  /** Whether the way was gone, by the row before and after. */
  isDone(before: Stored, after: Stored | null): boolean
}

const isSaved: Way['isDone'] = (before, after) =>
  before.updatedAt !== undefined && after?.updatedAt !== before.updatedAt
const isGone: Way['isDone'] = (_before, after) => after === null
const isTrashed: Way['isDone'] = (_before, after) => Boolean(after?.deletedAt)
const isBack: Way['isDone'] = (_before, after) => !after?.deletedAt
const bulk = (collection: string, id: string) => `/${collection}?where[id][equals]=${id}`
const one = (collection: string, id: string) => `/${collection}/${id}`
const TRASHED = { deletedAt: '2026-01-01T00:00:00.000Z' }
const DELETES = ['delete', 'deleteDraft'] as const

const EVERYWHERE: readonly Way[] = [
  {
    name: 'deleted one by one',
    of: 'private',
    needs: DELETES,
    method: 'DELETE',
    path: one,
    isDone: isGone,
  },
  {
    name: 'deleted in bulk',
    of: 'public',
    needs: ['delete'],
    method: 'DELETE',
    path: bulk,
    isDone: isGone,
  },
]
const CHANGED: readonly Way[] = [
  {
    name: 'changed in bulk',
    of: 'private',
    needs: ['update'],
    method: 'PATCH',
    path: bulk,
    isDone: isSaved,
  },
]
const trash = { method: 'PATCH', json: { deletedAt: true } }
const restore = { prepare: TRASHED, method: 'PATCH', json: { deletedAt: null }, isDone: isBack }
const back = (collection: string, id: string) => `${one(collection, id)}?trash=true`
const IN_TRASH: readonly Way[] = [
  {
    ...trash,
    name: 'trashed',
    of: 'private',
    needs: DELETES,
    also: 'update',
    path: one,
    isDone: isTrashed,
  },
  {
    ...trash,
    name: 'trashed in bulk',
    of: 'public',
    needs: ['delete'],
    also: 'update',
    path: bulk,
    isDone: isTrashed,
  },
  { ...restore, name: 'brought back', of: 'private', needs: ['update'], path: back },
]
const publish = { needs: ['publish'], method: 'PATCH' } as const
const PUBLISHED: readonly Way[] = [
  {
    ...restore,
    name: 'brought back into the public',
    of: 'public',
    needs: ['publish'],
    path: back,
  },
  {
    ...publish,
    name: 'published in all languages',
    of: 'private',
    path: (collection, id) => `${one(collection, id)}?publishAllLocales=true`,
    json: { _status: 'published' },
    isDone: (_before, after) => after?._status === 'published',
  },
  {
    ...publish,
    name: 'withdrawn in all languages',
    of: 'public',
    path: (collection, id) => `${one(collection, id)}?unpublishAllLocales=true`,
    json: { _status: 'draft' },
    isDone: (_before, after) => after?._status === 'draft',
  },
  { ...publish, name: 'changed in public', of: 'public', path: one, isDone: isSaved },
  {
    name: 'brought to an older version in public',
    of: 'public',
    needs: ['publish'],
    method: 'POST',
    path: async (collection, id) => {
      const { docs } = await portal.payload.findVersions({
        collection: collection as 'news',
        where: { parent: { equals: id } },
      })
      return `/${collection}/versions/${docs[0]?.id}`
    },
    isDone: isSaved,
  },
]

function waysOf(collection: PermittedCollection): readonly Way[] {
  const { config } = portal.payload.collections[collection]
  const isPublishable = PUBLISHED_BY_STATUS.includes(collection)
  return [
    ...EVERYWHERE,
    ...(config.timestamps ? CHANGED : []),
    ...(config.trash ? IN_TRASH : []),
    ...(isPublishable ? PUBLISHED : []),
  ]
}

describe.each(COLLECTIONS)('%s over REST', (collection) => {
  it('go every way for whom the table grants it, and for nobody else', async () => {
    for (const way of waysOf(collection)) {
      const granted = ACTORS.filter((actor) => isAllowed(actor, collection, way))
      const refused = ACTORS.filter((actor) => !granted.includes(actor))
      if (refused.length > 0) await go(way, refused, false)
      // The least of those who may: what it may, the others may.
      for (const actor of granted.slice(-1)) await go(way, [actor], true)
    }
  })

  it('are made by whom the table grants it, and by nobody else', async () => {
    if (UPLOADS.includes(collection)) return
    for (const actor of ACTORS) {
      const { totalDocs: before } = await portal.payload.count({ collection })
      const json = await dataOf(portal.payload, collection, ONE_OF_EACH[collection][0])
      const { status } = await send(actor, 'POST', `/${collection}?draft=true`, json)
      const { totalDocs: after } = await portal.payload.count({ collection })
      const isMade = isGranted(actor, 'create', collection)
      expect([actor, status, after - before]).toEqual([actor, isMade ? 201 : 403, isMade ? 1 : 0])
    }
  })

  async function go(way: Way, actors: readonly Actor[], expected: boolean): Promise<void> {
    const build = ONE_OF_EACH[collection][way.of === 'private' ? 0 : 1]
    const id = String((await build(portal.payload)).id)
    if (way.prepare) await portal.payload.update({ collection, id, data: way.prepare })
    const before = await stored(collection, id)
    if (!before) throw new Error(`${collection} ${id} was not stored.`)
    const path = await way.path(collection, id)
    const query = `${path.includes('?') ? '&' : '?'}despiteUse=true`
    for (const actor of actors) {
      const answer = await send(actor, way.method, path + query, way.json)
      const done = way.isDone(before, await stored(collection, id))
      expect([way.name, actor, answer.status < 500, done]).toEqual([
        way.name,
        actor,
        true,
        expected,
      ])
    }
  }
})

describe.each(PUBLISHED_BY_STATUS)('%s over REST', (collection) => {
  it('are copied, and kept as drafts by themselves, by those who write', async () => {
    const build = ONE_OF_EACH[collection][1]
    const id = String((await build(portal.payload)).id)
    const before = await stored(collection, id)
    for (const actor of ACTORS) {
      const draft = '?draft=true&autosave=true'
      const kept = await send(actor, 'PATCH', `/${collection}/${id}${draft}`, {})
      expect([actor, kept.status]).toEqual([
        actor,
        isGranted(actor, 'update', collection) ? 200 : 403,
      ])
      const copied = await send(actor, 'POST', `/${collection}/${id}/duplicate?draft=true`)
      expect([actor, copied.status]).toEqual([
        actor,
        isGranted(actor, 'create', collection) ? 200 : 403,
      ])
    }
    // Nothing of it has reached what the public reads.
    expect(await stored(collection, id)).toEqual(before)
  })
})

function isAllowed(actor: Actor, collection: PermittedCollection, { needs, also }: Way): boolean {
  const isAlso = !also || isGranted(actor, also, collection)
  return isAlso && needs.some((operation) => isGranted(actor, operation, collection))
}

/** What a builder would store, as a person would send it. */
async function dataOf(payload: Payload, collection: CollectionSlug, build: Build): Promise<object> {
  let data: object = {}
  const listening = new Proxy(payload, {
    get: (target, name) =>
      name === 'create'
        ? (options: Parameters<Payload['create']>[0]) => {
            if (options.collection !== collection) return target.create(options)
            data = options.data
            return Promise.resolve({ id: '' })
          }
        : Reflect.get(target, name),
  })
  await build(listening)
  return data
}
