import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Programme } from '#shared/payload-types.ts'
import { fieldWritersOf, type Actor } from '#cms/access/permissions.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'
import {
  buildCategory,
  buildNews,
  buildPicture,
  buildProgramme,
  buildUser,
  pdf,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { ONE_OF_EACH, type PermittedCollection } from '#test/support/one-of-each.ts'
import { logIn, rest, uploadForm } from '#test/support/rest.ts'

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

const OWN_ID = '018f0000-0000-7000-8000-000000000001'
const FORGED = {
  id: OWN_ID,
  _id: OWN_ID,
  createdAt: '2001-01-01T00:00:00.000Z',
  updatedAt: '2001-01-01T00:00:00.000Z',
  hash: 'f',
  salt: 'f',
  resetPasswordToken: 'f',
  resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
  sessions: [{ id: 'f', createdAt: '2026-01-01', expiresAt: '2099-01-01' }],
  loginAttempts: 3,
  lockUntil: '2099-01-01T00:00:00.000Z',
  filename: 'f.pdf',
  url: 'http://127.0.0.1:1/f.pdf',
  mimeType: 'text/html',
  filesize: 7,
  width: 7,
  height: 7,
  thumbnailURL: '/f',
  sizes: { small: { filename: 'f.webp', url: '/f', width: 7 } },
  isPublic: true,
  kind: 'f',
  pages: 7,
  text: 'f',
  firstPublishedAt: '2001-01-01T00:00:00.000Z',
  trashedSlug: 'f',
  importedFrom: 'f',
  numberKey: 'f',
  askedBy: 'f',
  path: 'f',
  consentedAt: '2001-01-01T00:00:00.000Z',
  consentText: 'f',
  consentWithdrawnAt: '2001-01-01T00:00:00.000Z',
  erasedAt: '2001-01-01T00:00:00.000Z',
  'visits.openingBalance': 7,
} as const

/** Names that a save of its own sets, whatever was sent. */
const MOVING = new Set(['updatedAt', '_id', 'thumbnailURL'])
/** Of the same name, but an editor's choice there. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  documents: ['kind'],
  producers: ['kind'],
  redirects: ['kind'],
}

const as = (role: Actor) => {
  const token = tokens.get(role)
  return token === undefined ? {} : { token }
}
const stored = (collection: PermittedCollection, id: string | number) =>
  portal.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
  })

describe.each(Object.keys(ONE_OF_EACH) as PermittedCollection[])('%s', (collection) => {
  it('keeps what the portal alone writes, whatever role sends something else', async () => {
    const { id } = await ONE_OF_EACH[collection][0](portal.payload)
    const before = await stored(collection, id)
    const sent: Record<string, unknown> = { ...FORGED }
    for (const name of OPEN[collection] ?? []) delete sent[name]
    for (const role of ROLES) {
      const answer = await rest(portal, `/${collection}/${id}`, {
        method: 'PATCH',
        json: sent,
        ...as(role.value),
      })
      expect([200, 403, 404]).toContain(answer.status)
      const after = await stored(collection, id)
      for (const name of Object.keys(sent).filter((one) => !MOVING.has(one))) {
        expect([name, after?.[name]]).toEqual([name, before?.[name]])
      }
      expect(after?.updatedAt).not.toBe(FORGED.updatedAt)
    }
    expect(await stored(collection, OWN_ID)).toBeNull()
  })

  it('keeps its guarded fields from those whom the table does not name', async () => {
    const { id } = await ONE_OF_EACH[collection][0](portal.payload)
    const before = await stored(collection, id)
    for (const { value: role } of ROLES) {
      const guarded = Object.entries(fieldWritersOf(collection))
        .filter(([, { update }]) => !update.includes(role))
        .map(([field]) => field)
      const json = Object.fromEntries(guarded.map((field) => [field, valueLike(before?.[field])]))
      const change = { method: 'PATCH', json, ...as(role) }
      for (const path of [
        `/${id}`,
        `/${id}?draft=true&autosave=true`,
        `?where[id][equals]=${id}`,
      ]) {
        const { status } = await rest(portal, `/${collection}${path}`, change)
        expect([200, 403, 404]).toContain(status)
      }
      const after = await stored(collection, id)
      for (const field of guarded) {
        expect([role, field, after?.[field]]).toEqual([role, field, before?.[field]])
      }
    }
  })
})

describe('a new document', () => {
  const birth = async (collection: string, json: object, role: Actor = 'admin') => {
    const answer = await rest(portal, `/${collection}`, { method: 'POST', json, ...as(role) })
    return { status: answer.status, doc: (await answer.json()).doc }
  }

  it('gets its id and its time from the portal', async () => {
    const { id: category } = await buildCategory(portal.payload)
    for (const id of [OWN_ID, '', '../../x', '/srv/any', 'x'.repeat(3000), 7, null, { a: 1 }]) {
      const json = { title: 'Lò gốm', category, ...FORGED, id }
      const { status, doc } = await birth('news?draft=true', json, 'editor')
      expect(status).toBe(201)
      expect(doc.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/)
      expect(doc.createdAt > '2026').toBe(true)
    }
  })

  it('is never born in the trash', async () => {
    const { doc } = await birth('topics', { title: 'Chủ đề mới', deletedAt: '2001-01-01' })
    expect((await stored('topics', doc.id))?.deletedAt ?? null).toBeNull()
  })

  it('takes nothing from the body of a duplication', async () => {
    const { id } = await buildNews(portal.payload)
    const path = `/news/${id}/duplicate?draft=true`
    const answer = await rest(portal, path, { method: 'POST', json: FORGED, ...as('editor') })
    const { doc } = await answer.json()
    const copy = await stored('news', doc.id)
    expect(copy?.id).not.toBe(OWN_ID)
    expect(copy?.firstPublishedAt ?? null).toBeNull()
    expect(String(copy?.createdAt) > '2026').toBe(true)
  })

  it('takes no id from a person who reaches the Local API through a page of the admin', async () => {
    const user = await buildUser(portal.payload, { role: 'editor' })
    const { id: category } = await buildCategory(portal.payload)
    const data = { id: OWN_ID, createdAt: FORGED.createdAt, title: 'Lò gốm', category }
    const doc = await portal.payload.create({
      collection: 'news',
      draft: true,
      data,
      overrideAccess: false,
      user: { ...user, collection: 'users' },
    })
    expect(doc.id).not.toBe(OWN_ID)
    expect(doc.createdAt > '2026').toBe(true)
  })

  it('takes what the portal itself gives', async () => {
    const data = { id: OWN_ID, createdAt: FORGED.createdAt, title: 'Của lệnh nhập' }
    expect(await portal.payload.create({ collection: 'topics', data })).toMatchObject(data)
    await portal.payload.delete({ collection: 'topics', id: OWN_ID })
  })

  it('of a file takes no id, in the form that the admin sends or in a plain one', async () => {
    const data = await pdf('One')
    const forms = [uploadForm('mot.pdf', data, { title: 'Một', ...FORGED })]
    const plain = new FormData()
    plain.set('file', new File([new Uint8Array(data)], 'hai.pdf'))
    plain.set('id', OWN_ID)
    plain.set('createdAt', FORGED.createdAt)
    for (const form of [...forms, plain]) {
      const answer = await rest(portal, '/files', { method: 'POST', form, ...as('editor') })
      const { doc } = await answer.json()
      expect(answer.status).toBe(201)
      expect(doc).toMatchObject({
        isPublic: false,
        kind: 'pdf',
        pages: 1,
        mimeType: 'application/pdf',
      })
      expect(doc.id).not.toBe(OWN_ID)
      expect(doc.createdAt > '2026').toBe(true)
    }
  })

  it('of a file without one is refused, and no address in the body is asked', async () => {
    const { createServer } = await import('node:http')
    const seen: string[] = []
    const server = createServer((request, response) => {
      seen.push(request.url ?? '')
      response.end('x')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const json = { filename: 'x.pdf', url: `http://127.0.0.1:${port}/x.pdf`, alt: 'x' }
    for (const collection of ['files', 'media']) {
      const answer = await rest(portal, `/${collection}`, { method: 'POST', json, ...as('editor') })
      expect(answer.status).toBe(400)
      expect((await answer.json()).errors[0].message).toMatch(/chọn tệp/)
    }
    server.close()
    expect(seen).toEqual([])
  })
})

describe('a restored version', () => {
  it('takes nothing from the body', async () => {
    const { id, createdAt } = await buildNews(portal.payload)
    await portal.payload.update({ collection: 'news', id, data: { title: 'Sửa rồi' } })
    const { docs } = await portal.payload.findVersions({
      collection: 'news',
      where: { parent: { equals: id } },
      sort: 'createdAt',
    })
    const path = `/news/versions/${docs[0]?.id}`
    const answer = await rest(portal, path, { method: 'POST', json: FORGED, ...as('publisher') })
    expect(answer.status).toBe(200)
    const row = await stored('news', id)
    expect(row).toMatchObject({ id, createdAt, title: docs[0]?.version.title })
    expect(row?.firstPublishedAt).not.toBe(FORGED.firstPublishedAt)
    expect(await stored('news', OWN_ID)).toBeNull()
  })
})

describe('an account', () => {
  it('that its owner saves keeps its role and its proofs', async () => {
    const user = await buildUser(portal.payload, { role: 'editor' })
    const token = await logIn(portal, user.email)
    const json = { ...FORGED, name: 'Tên mới', role: 'admin' }
    await rest(portal, `/users/${user.id}`, { method: 'PATCH', json, token })
    const after = await stored('users', user.id)
    expect(after).toMatchObject({ name: 'Tên mới', role: 'editor' })
    expect(after?.hash).not.toBe('f')
  })
})

describe('a first account', () => {
  it('does not choose its id', async () => {
    const { payload } = portal
    await payload.db.deleteMany({ collection: 'users', where: { id: { exists: true } } })
    const json = {
      ...FORGED,
      email: 'dau@example.vn',
      password: 'mat-khau-thu-nghiem',
      name: 'Đầu',
    }
    const answer = await rest(portal, '/users/first-register', {
      method: 'POST',
      json,
      headers: { host: 'localhost:3000' },
    })
    expect(answer.status).toBe(200)
    const { docs } = await payload.find({ collection: 'users' })
    expect(docs).toHaveLength(1)
    expect(docs[0]?.id).not.toBe(OWN_ID)
    expect(docs[0]?.createdAt && docs[0].createdAt > '2026').toBe(true)
    tokens.clear()
    for (const { value: role } of ROLES) {
      const { email } = await buildUser(payload, { role })
      tokens.set(role, await logIn(portal, email))
    }
  })
})

describe('the trash', () => {
  it('takes any value for the wish, with a time of the portal, and null for the way back', async () => {
    for (const deletedAt of ['2001-01-01', 'x', true, 7, '']) {
      const { id } = await buildNews(portal.payload, { _status: 'draft' })
      const at = `/news/${id}`
      const json = { deletedAt }
      const trashed = await rest(portal, at, { method: 'PATCH', json, ...as('editor') })
      expect(trashed.status).toBe(200)
      expect(String((await stored('news', id))?.deletedAt) > '2026').toBe(true)
      const back = { method: 'PATCH', json: { deletedAt: null }, ...as('editor') }
      expect((await rest(portal, `${at}?trash=true`, back)).status).toBe(200)
      expect((await stored('news', id))?.deletedAt ?? null).toBeNull()
    }
  })

  it('is opened in bulk as well, and for publishers alone where a document is public', async () => {
    const one = await buildNews(portal.payload)
    const where = `where[id][equals]=${one.id}`
    const json = { deletedAt: '2001-01-01' }
    await rest(portal, `/news?${where}`, { method: 'PATCH', json, ...as('editor') })
    expect((await stored('news', one.id))?.deletedAt ?? null).toBeNull()
    await rest(portal, `/news?${where}`, { method: 'PATCH', json, ...as('publisher') })
    expect(String((await stored('news', one.id))?.deletedAt) > '2026').toBe(true)
    const back = { method: 'PATCH', json: { deletedAt: null } }
    await rest(portal, `/news/${one.id}?trash=true`, { ...back, ...as('editor') })
    expect((await stored('news', one.id))?.deletedAt).toBeTruthy()
    await rest(portal, `/news/${one.id}?trash=true`, { ...back, ...as('publisher') })
    expect((await stored('news', one.id))?.deletedAt ?? null).toBeNull()
  })
})

describe('rows of a list', () => {
  const save = async (id: string, json: object, query = '') => {
    const path = `/programmes/${id}${query}`
    const answer = await rest(portal, path, { method: 'PATCH', json, ...as('publisher') })
    return { status: answer.status, doc: (await answer.json()).doc as Programme }
  }
  const ids = (doc: Programme) => doc.steps?.map((step) => step.id) ?? []

  it('keep their ids through saves of their own document', async () => {
    const { id } = await buildProgramme(portal.payload, { steps: [{ title: 'Một' }] })
    const { doc } = await save(id, { steps: [{ title: 'Một' }, { title: 'Hai' }] })
    const { doc: next } = await save(id, { steps: doc.steps?.toReversed() })
    expect(ids(next)).toEqual(ids(doc).toReversed())
  })

  it('never take the id of another document, of another list, or one twice', async () => {
    const other = await buildProgramme(portal.payload, { steps: [{ title: 'Của bài khác' }] })
    const own = await buildProgramme(portal.payload, {
      steps: [{ title: 'Một' }],
      contacts: [{ name: 'Phòng' }],
    })
    const [stolen] = ids(other)
    const [kept] = ids(own)
    for (const foreign of [stolen, own.contacts?.[0]?.id, '../../x', 'x'.repeat(5000), 7, {}]) {
      const steps = [
        { id: foreign, title: 'Một' },
        { id: kept, title: 'Hai' },
        { id: kept, title: 'Ba' },
      ]
      const { status, doc } = await save(own.id, { steps })
      expect(status).toBe(200)
      expect(doc.steps?.map(({ title }) => title)).toEqual(['Một', 'Hai', 'Ba'])
      expect(ids(doc)).not.toContain(foreign)
      expect(ids(doc)[1]).toBe(kept)
      expect(new Set(ids(doc)).size).toBe(3)
    }
    expect((await stored('programmes', other.id))?.steps).toMatchObject([{ id: stolen }])
  })

  it('are new in a new document and in a change of many', async () => {
    const other = await buildProgramme(portal.payload, { steps: [{ title: 'Của bài khác' }] })
    const { title, summary, activity, beneficiaries, steps } = other
    const json = { title, summary, activity, beneficiaries, steps }
    const path = '/programmes?draft=true'
    const born = await rest(portal, path, { method: 'POST', json, ...as('editor') })
    expect(born.status).toBe(201)
    const two = await buildProgramme(portal.payload)
    const many = { method: 'PATCH', json: { steps }, ...as('publisher') }
    const where = `where[id][in]=${two.id},${other.id}`
    expect((await rest(portal, `/programmes?${where}`, many)).status).toBe(200)
    const rows = await Promise.all([other.id, two.id].map((id) => stored('programmes', id)))
    const all = rows.flatMap((row) => ids(row as unknown as Programme))
    expect(new Set(all).size).toBe(2)
  })

  it('stay the same rows while a draft is saved again and again', async () => {
    const { id } = await buildProgramme(portal.payload)
    const query = '?draft=true&autosave=true'
    const kept = async () => {
      const draft = await portal.payload.findByID({ collection: 'programmes', id, draft: true })
      return ids(draft)
    }
    const mine = '66f0f0f0f0f0f0f0f0f0f0f0'
    // The open form goes on knowing its row by its own id; what is stored is the portal's.
    expect(ids((await save(id, { steps: [{ id: mine, title: 'Mộ' }] }, query)).doc)).toEqual([mine])
    const first = await kept()
    expect(first).not.toContain(mine)
    await save(id, { steps: [{ id: mine, title: 'Một' }] }, query)
    expect(await kept()).toEqual(first)
    const published = await save(id, { steps: [{ id: mine, title: 'Một' }], _status: 'published' })
    expect(ids(published.doc)).toEqual(first)
    const reopened = await save(id, { steps: published.doc.steps }, query)
    expect([ids(reopened.doc), await kept()]).toEqual([first, first])
  })

  it('are not taken from another document by an automatic save either', async () => {
    const query = '?draft=true&autosave=true'
    const other = await buildProgramme(portal.payload, { steps: [{ title: 'Của bài khác' }] })
    const own = await buildProgramme(portal.payload)
    const steps = [{ id: ids(other)[0], title: 'Một' }]
    expect((await save(own.id, { steps }, query)).status).toBe(200)
    const draft = { collection: 'programmes', id: own.id, draft: true } as const
    const kept = ids(await portal.payload.findByID(draft))
    expect([kept.length, kept[0] === ids(other)[0]]).toEqual([1, false])
  })

  it('of a global are its own as well', async () => {
    const { payload } = portal
    const link = { label: 'Văn bản', url: '/van-ban' }
    const home = await payload.updateGlobal({ slug: 'home-page', data: { links: [link] } })
    const foreign = home.links?.[0]?.id
    const json = { id: OWN_ID, createdAt: FORGED.createdAt, header: [{ ...link, id: foreign }] }
    const path = '/globals/navigation'
    const answer = await rest(portal, path, { method: 'POST', json, ...as('publisher') })
    expect(answer.status).toBe(200)
    const { result } = await answer.json()
    expect(result.header[0].id).not.toBe(foreign)
    expect(result.createdAt > '2026').toBe(true)
    expect((await payload.findGlobal({ slug: 'home-page' })).links?.[0]?.id).toBe(foreign)
  })
})

describe('a picture', () => {
  it('takes the point that an editor sets', async () => {
    const { id } = await buildPicture(portal.payload)
    const json = { focalX: 20, focalY: 30, width: 7 }
    await rest(portal, `/media/${id}`, { method: 'PATCH', json, ...as('editor') })
    expect(await stored('media', id)).toMatchObject({ focalX: 20, focalY: 30, width: 900 })
  })
})

/** Another value of the same kind, so that only the guard can keep it out. */
function valueLike(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string' && /^\d{4}-/.test(value)) return '2001-01-01T00:00:00.000Z'
  return typeof value === 'string' && value.includes('@') ? 'khac@example.vn' : 'khac'
}
