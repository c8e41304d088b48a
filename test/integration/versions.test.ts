import type { Where } from 'payload'
import { validate as isUuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFile, buildNews, buildPage, buildUser, richText } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  token = await logIn(portal, (await buildUser(portal.payload)).email)
})
afterAll(() => portal.close())

const change = (id: string, data: object, options: object = {}) =>
  portal.payload.update({ collection: 'news', id, data, depth: 0, ...options })
const news = (id: string, options: object = {}) =>
  portal.payload.findByID({ collection: 'news', id, depth: 0, ...options })

/** The versions of a news item, the newest first. */
async function versionsOf(id: string) {
  const where = { parent: { equals: id } }
  const { docs } = await portal.payload.findVersions({
    collection: 'news',
    where,
    depth: 0,
    sort: '-createdAt',
  })
  return docs
}

describe('a draft above a published document', () => {
  it('is read by who asks for it, and leaves the public row as it was', async () => {
    const { id, title } = await buildNews(portal.payload, { summary: 'Đã đăng.' })
    await change(id, { title: 'Nháp', summary: null }, { draft: true })
    expect(await news(id)).toMatchObject({ title, summary: 'Đã đăng.', _status: 'published' })
    expect(await news(id, { draft: true })).toMatchObject({
      title: 'Nháp',
      summary: null,
      _status: 'draft',
    })
  })

  it('autosaves into one version, and keeps what is public', async () => {
    const { id, title } = await buildNews(portal.payload)
    for (const word of ['N', 'Nh', 'Nhá']) {
      await change(id, { title: word }, { draft: true, autosave: true })
    }
    const versions = await versionsOf(id)
    expect(versions.map(({ version }) => version.title)).toEqual(['Nhá', title])
    expect(versions).toMatchObject([{ autosave: true }, { autosave: false }])
  })
})

describe('versions', () => {
  it('tell which is the latest, hold every field, and have text ids', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Một' })
    await change(id, { title: 'Hai' })
    await change(id, { title: 'Ba' }, { draft: true })
    const versions = await versionsOf(id)
    expect(versions).toMatchObject([
      { latest: true, parent: id, version: { title: 'Ba', _status: 'draft' } },
      { latest: false, parent: id, version: { title: 'Hai', _status: 'published' } },
      { latest: false, parent: id, version: { title: 'Một', cover: null, topics: [] } },
    ])
    expect(versions.every((version) => isUuid(version.id))).toBe(true)
    const fields = (row: object) => Object.keys(row).filter((name) => name !== 'id')
    expect(fields(versions[0]?.version ?? {}).toSorted()).toEqual(fields(await news(id)).toSorted())
  })

  it('are found by id, and counted', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Một' })
    await change(id, { title: 'Hai' })
    const [newest, oldest] = await versionsOf(id)
    const find = (version: string) =>
      portal.payload.findVersionByID({ collection: 'news', id: version, depth: 0 })
    expect((await find(newest?.id ?? '')).version.title).toBe('Hai')
    expect((await find(oldest?.id ?? '')).version.title).toBe('Một')
    await expect(find('01900000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      status: 404,
    })
    const where = { parent: { equals: id } }
    const count = await portal.payload.countVersions({ collection: 'news', where })
    expect(count).toEqual({ totalDocs: 2 })
  })

  it('are asked for, one or many, over REST', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Một' })
    await change(id, { title: 'Hai' })
    const list = await rest(portal, `/news/versions?where[parent][equals]=${id}&sort=createdAt`, {
      token,
    })
    const { docs, totalDocs } = await list.json()
    expect([totalDocs, docs.map((doc: { version: object }) => doc.version)]).toMatchObject([
      2,
      [{ title: 'Một' }, { title: 'Hai' }],
    ])
    const one = await rest(portal, `/news/versions/${docs[0].id}`, { token })
    expect((await one.json()).version).toMatchObject({ title: 'Một' })
  })

  it('are found by a condition on their content', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Có tác giả', author: 'An' })
    await change(id, { author: null })
    const find = async (condition: Where) => {
      const where: Where = { and: [{ parent: { equals: id } }, condition] }
      return (await portal.payload.findVersions({ collection: 'news', where })).totalDocs
    }
    expect(await find({ 'version.author': { equals: 'An' } })).toBe(1)
    expect(await find({ 'version.author': { exists: false } })).toBe(1)
    expect(await find({ latest: { equals: true } })).toBe(1)
  })

  it('are 50 of a document at most, the newest', async () => {
    const { payload } = portal
    const { id } = await buildPage(payload, { title: 'Trang 0' })
    for (let n = 1; n <= 52; n += 1) {
      await payload.update({ collection: 'pages', id, data: { title: `Trang ${n}` } })
    }
    const where = { parent: { equals: id } }
    const { docs } = await payload.findVersions({ collection: 'pages', where, limit: 0 })
    const titles = docs.map(({ version }) => Number(version.title.slice('Trang '.length)))
    expect(titles.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 3))
  }, 60_000)

  it('go with their document', async () => {
    const { id } = await buildNews(portal.payload)
    await change(id, { title: 'Hai' })
    await portal.payload.delete({ collection: 'news', id })
    expect(await versionsOf(id)).toEqual([])
  })
})

describe('restoring a version', () => {
  it('brings back every field, as a new version', async () => {
    const { payload } = portal
    const file = await buildFile(payload)
    const { id } = await buildNews(payload, {
      title: 'Một',
      summary: 'Tóm tắt.',
      body: richText('Đoạn một.'),
      attachments: [file.id],
    })
    const before = await news(id)
    await change(id, { title: 'Hai', summary: null, body: null, attachments: [] })
    const first = (await versionsOf(id)).at(-1)?.id ?? ''
    await payload.restoreVersion({ collection: 'news', id: first })
    const at = { updatedAt: null }
    expect({ ...(await news(id)), ...at }).toEqual({ ...before, ...at })
    const versions = await versionsOf(id)
    expect(versions.map(({ version }) => version.title).toSorted()).toEqual(['Hai', 'Một', 'Một'])
    expect(versions.find(({ latest }) => latest)?.version).toMatchObject({ title: 'Một' })
  })

  it('over REST needs an id that there is', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Một' })
    await change(id, { title: 'Hai' })
    const version = (await versionsOf(id)).at(-1)?.id
    const restored = await rest(portal, `/news/versions/${version}`, { method: 'POST', token })
    expect(restored.status).toBe(200)
    expect(await news(id)).toMatchObject({ title: 'Một' })
    const absent = '/news/versions/00000000-0000-4000-8000-000000000000'
    expect((await rest(portal, absent, { method: 'POST', token })).status).toBe(404)
    expect((await rest(portal, '/news/versions/nope', { method: 'POST', token })).status).toBe(400)
  })
})
