import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildCategory,
  buildComment,
  buildFile,
  buildNews,
  buildPage,
  buildPicture,
  buildUser,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload)
  token = await logIn(portal, email)
})
afterAll(() => portal.close())

type Docs = { readonly docs: readonly Record<string, unknown>[]; readonly limit: number }
const read = async (path: string, as?: string) => {
  const answer = await rest(portal, path, as ? { token: as } : {})
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as Docs & Record<string, unknown>
}

describe('the public', () => {
  it.each([
    'limit=0',
    'limit=101',
    'limit=999999999',
    'pagination=false',
    'limit=0&pagination=false',
  ])('is given at most 100 documents of a list with %s', async (query) => {
    expect((await read(`/categories?${query}`)).limit).toBe(100)
    expect((await read(`/categories?${query}`, token)).limit).toBe(
      query === 'limit=101' ? 101 : 1000,
    )
    const forged = { headers: { cookie: 'payload-token=a.b.c' } }
    expect((await (await rest(portal, `/categories?${query}`, forged)).json()).limit).toBe(100)
  })

  it('follows relations two steps deep', async () => {
    let parent: string | undefined
    for (let n = 0; n < 4; n += 1) {
      parent = (await buildCategory(portal.payload, parent ? { parent } : {})).id
    }
    const depthOf = (doc: unknown): number => {
      const above = (doc as { parent?: unknown }).parent
      return typeof above === 'object' && above !== null ? 1 + depthOf(above) : 0
    }
    expect(depthOf(await read(`/categories/${parent}?depth=10`))).toBe(2)
    expect(depthOf(await read(`/categories/${parent}?depth=10`, token))).toBe(3)
  })

  it('reads the replies of an article as long as it is public', async () => {
    const news = await buildNews(portal.payload)
    const comment = await buildComment(portal.payload, { news: news.id, status: 'approved' })
    expect((await read(`/comments?where[news][equals]=${news.id}`)).docs).toHaveLength(1)
    const data = { _status: 'draft' as const }
    await portal.payload.update({ collection: 'news', id: news.id, data })
    expect((await read(`/comments?where[news][equals]=${news.id}`)).docs).toHaveLength(0)
    expect((await rest(portal, `/comments/${comment.id}`)).status).toBe(404)
    expect((await read(`/comments?where[news][equals]=${news.id}`, token)).docs).toHaveLength(1)
  })

  it('is shown no ids of drafts, in relations and in texts', async () => {
    const { payload } = portal
    const draft = await buildNews(payload, { _status: 'draft' })
    const shown = await buildNews(payload)
    const hidden = await buildFile(payload)
    const { id: cover } = await buildPicture(payload)
    const link = (value: string) => ({
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', doc: { relationTo: 'news', value } },
      children: [],
    })
    const children = [{ type: 'paragraph', version: 1, children: [link(draft.id), link(shown.id)] }]
    const news = await buildNews(payload, {
      relatedNews: [draft.id, shown.id],
      cover,
      body: {
        root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children },
      },
    })
    for (const depth of [0, 1, 2]) {
      for (const path of [`/news/${news.id}?`, `/news?where[id][equals]=${news.id}&`]) {
        const text = JSON.stringify(await read(`${path}depth=${depth}`))
        expect(text).not.toContain(draft.id)
        expect(text).toContain(shown.id)
        expect(text).toContain(cover)
      }
    }
    expect(JSON.stringify(await read(`/news/${news.id}?depth=0`, token))).toContain(draft.id)
    expect(JSON.stringify(await read(`/news?depth=2`))).not.toContain(hidden.id)
  })

  it('is shown no ids of drafts in the menus', async () => {
    const page = await buildPage(portal.payload, { _status: 'draft' })
    const target = { relationTo: 'pages' as const, value: page.id }
    const data = { header: [{ label: 'Mục', target }], footer: [] }
    await portal.payload.updateGlobal({ slug: 'navigation', data })
    expect(await read('/globals/navigation')).toMatchObject({
      header: [{ label: 'Mục', target: null }],
    })
    expect(JSON.stringify(await read('/globals/navigation', token))).toContain(page.id)
  })

  it.each(['hash', 'salt', 'resetPasswordToken', 'sessions.id', 'loginAttempts'])(
    'neither filters, sorts nor selects by %s of an account',
    async (field) => {
      for (const as of [undefined, token]) {
        const asked = as ? { token: as } : {}
        const filtered = await rest(portal, `/users?where[${field}][exists]=true`, asked)
        expect([400, 403]).toContain(filtered.status)
        expect([400, 403]).toContain((await rest(portal, `/users?sort=${field}`, asked)).status)
      }
      const { docs } = await read(`/users?select[${field}]=true&select[name]=true`, token)
      expect(JSON.stringify(docs)).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
    },
  )

  it('learns nothing of hidden fields and drafts through relations', async () => {
    for (const where of [
      '[relatedNews.importNotes][like]=x',
      '[news.moderationNote][exists]=true',
      '[category.nope][exists]=true',
    ]) {
      expect((await rest(portal, `/news?where${where}`)).status).toBe(400)
    }
  })
})

describe('a session in a cookie', () => {
  const origins = [undefined, 'null', 'https://evil.example', 'http://localhost:3000.evil.example']

  it.each(origins)('does not count for a save from the origin %s', async (origin) => {
    const cookie = { cookie: `payload-token=${token}` }
    const headers = { ...cookie, ...(origin ? { origin } : {}), 'sec-fetch-site': 'cross-site' }
    const json = { title: 'Giả mạo' }
    expect((await rest(portal, '/categories', { method: 'POST', headers, json })).status).toBe(403)
  })

  it("counts for a save from the portal's own", async () => {
    const headers = { cookie: `payload-token=${token}`, origin: portal.config.cms.publicUrl }
    const json = { title: 'Thật' }
    expect((await rest(portal, '/categories', { method: 'POST', headers, json })).status).toBe(201)
  })
})
