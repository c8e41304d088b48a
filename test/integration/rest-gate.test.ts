import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCategory, buildNews, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { askRest, logIn, rest, uploadForm } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
let category: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload, { role: 'editor' })
  token = await logIn(portal, email)
  category = (await buildCategory(portal.payload)).id
})
afterAll(() => portal.close())

interface Refusal {
  readonly errors: readonly [
    { readonly message: string; readonly data: Readonly<Record<string, unknown>> },
  ]
}

async function refusal(answer: Response): Promise<Refusal['errors'][0]> {
  expect(answer.status).toBe(400)
  return ((await answer.json()) as Refusal).errors[0]
}

describe('a query', () => {
  it.each([
    ['where[createdAt][equals]=x', 'where[createdAt][equals]'],
    ['where=x', 'where'],
    ['where=["x"]', 'where'],
    ['where[title][all]=x', 'where[title][all]'],
    ['where[id][near]=1,1,1', 'where[id][near]'],
    ['where[body.root][like]=a', 'where[body.root]'],
    [
      'where[or][0][and][0][publishedAt][less_than]=2026-13-45',
      'where[or][0][and][0][publishedAt][less_than]',
    ],
    ['where[category.nope][equals]=x', 'where[category.nope]'],
    ['where[pinned][equals]=maybe', 'where[pinned][equals]'],
    ['where={"__proto__":{"equals":"x"}}', 'where[__proto__]'],
    ['limit=99999999999999999999', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['page=1e400', 'page'],
    ['depth=0x10', 'depth'],
    ['draft=maybe', 'draft'],
    ['trash=NaN', 'trash'],
    ['pagination[x]=1', 'pagination'],
    ['locale=[]', 'locale'],
    ['fallback-locale=${7*7}', 'fallback-locale'],
    ['sort=nope', 'sort'],
    ['sort=-body', 'sort'],
    ['select=x', 'select'],
    ['select[title]=x', 'select[title]'],
    ['select[title][x]=true', 'select[title]'],
    ['populate=x', 'populate'],
    ['populate={}', 'populate'],
    ['populate[nope][x]=true', 'populate[nope]'],
    ['joins[x][limit]=1', 'joins[x]'],
    ['data={"title":"x"}', 'data'],
  ])('with %s is answered 400, naming the parameter', async (query, parameter) => {
    const { message, data } = await refusal(await rest(portal, `/news?${query}`))
    expect(data).toEqual({ code: 'bad_request', parameter })
    expect(message).toMatch(/[àáảãạăâđêôơư]/)
  })

  it.each(['x', 'constructor', "1' OR '1'='1", '..'.padStart(5, '.')])(
    'for the id %s is answered 400',
    async (id) => {
      const { data } = await refusal(await rest(portal, `/news/${encodeURIComponent(id)}`))
      expect(data).toMatchObject({ parameter: 'id' })
    },
  )

  it('of what the admin asks passes', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Gốm', category })
    for (const query of [
      `where[and][0][id][equals]=${id}&where[and][1][title][like]=gốm`,
      `where[id][in]=${id}&where[category][in][0]=${category}`,
      `where[id][equals]=${id}&where[category.title][exists]=true&where[_status][equals]=published`,
      `where={"id":{"equals":"${id}"}}`,
      `where[id][equals]=${id}&where[publishedAt][less_than]=2100-01-01T00:00:00.000Z&sort=-publishedAt,title`,
      `where[id][equals]=${id}&select[title]=true&populate[categories][title]=true&depth=1&limit=&unknown=x`,
    ]) {
      const answer = await rest(portal, `/news?${query}`, { token })
      expect([query, answer.status, (await answer.json()).totalDocs]).toEqual([query, 200, 1])
    }
    const kept = await rest(portal, '/payload-preferences/undefined', { token })
    expect(kept.status).toBe(200)
  })

  it('about a relation to several collections needs both parts of it', async () => {
    const { email } = await buildUser(portal.payload)
    const admin = await logIn(portal, email)
    const ask = (where: string) =>
      rest(portal, `/redirects?where[target]${where}`, { token: admin })
    await refusal(await ask('[equals]=x'))
    for (const where of [`[equals][relationTo]=news&where[target][equals][value]=${category}`]) {
      expect([where, (await ask(where)).status]).toEqual([where, 200])
    }
    const parts = `/redirects?where[target.value][equals]=${category}&where[target.relationTo][equals]=news`
    expect((await rest(portal, parts, { token: admin })).status).toBe(200)
  })

  it('about versions knows their fields', async () => {
    const ask = (where: string) => rest(portal, `/news/versions?where${where}`, { token })
    expect((await ask('[version.title][like]=x')).status).toBe(200)
    expect((await ask('[parent][equals]=00000000-0000-4000-8000-000000000000')).status).toBe(200)
    await refusal(await ask('[title][like]=x'))
  })
})

describe('the body of a save', () => {
  const save = (json: unknown, query = '?draft=true') =>
    rest(portal, `/news${query}`, { method: 'POST', token, json })

  it.each([
    ['title', { title: ['x'] }, 'Tiêu đề'],
    ['title', { title: { $ne: 1 } }, 'Tiêu đề'],
    ['pinned', { pinned: 'maybe' }, expect.any(String)],
    ['publishedAt', { publishedAt: '2026-13-45' }, expect.any(String)],
    ['topics', { topics: [{}] }, expect.any(String)],
    ['cover', { cover: 1 }, 'Ảnh đại diện'],
    ['body', { body: { root: {} } }, 'Nội dung'],
    ['body', { body: { root: { type: 'root', children: [{ type: 'link' }] } } }, 'Nội dung'],
    ['_status', { _status: {} }, expect.any(String)],
  ])('with a wrong type of %s is refused, naming the field', async (path, json, label) => {
    const { message, data } = await refusal(await save(json))
    expect(message).toContain('sai kiểu')
    expect(data).toMatchObject({ path, label, errors: [{ path }] })
  })

  it('names the place of a nested field', async () => {
    const json = { title: 'Văn bản', relations: [{ relation: 'can-cu' }, { citation: 5 }] }
    const asked = { method: 'POST', token, json }
    const { data } = await refusal(await rest(portal, '/documents?draft=true', asked))
    expect(data).toMatchObject({ path: 'relations.1.citation' })
  })

  it('is judged alike in a form and in a global', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ title: 5 }))
    const asked = { method: 'POST', token, form }
    expect(await refusal(await rest(portal, '/news?draft=true', asked))).toMatchObject({
      data: { path: 'title' },
    })
    const { email } = await buildUser(portal.payload)
    const json = { header: [{ label: [] }] }
    const global = { method: 'POST', token: await logIn(portal, email), json }
    expect(await refusal(await rest(portal, '/globals/navigation', global))).toMatchObject({
      data: { path: 'header.0.label' },
    })
  })

  it.each([
    ['text/plain', '{"title":"x"}'],
    ['application/xml', '<a/>'],
    ['', '{"title":"x"}'],
    ['application/json', '{"a":'],
    ['application/json', 'null'],
    ['application/json', '[]'],
    ['application/json', '"x"'],
    ['application/json', '{"title":"x","__proto__":{"role":"admin"}}'],
    ['application/json', '{"relations":[{"constructor":{"prototype":{}}}]}'],
    ['application/json', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\n'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n{"a":\r\n--x--\r\n',
    ],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n[]\r\n--x--\r\n',
    ],
  ])('of %s that is not an object of fields is refused: %s', async (type, body) => {
    const headers = { authorization: `JWT ${token}`, ...(type ? { 'content-type': type } : {}) }
    const bytes = new TextEncoder().encode(body)
    const address = 'http://localhost:3000/api/news?draft=true'
    await refusal(
      await askRest(portal, new Request(address, { method: 'POST', headers, body: bytes })),
    )
  })

  it('that brings odd ids and times of its own is not refused for them', async () => {
    const { docs } = await portal.payload.find({ collection: 'news', limit: 1 })
    const json = { title: 'Tên mới', id: { x: 1 }, firstPublishedAt: [] }
    const asked = { method: 'PATCH', token, json }
    expect((await rest(portal, `/news/${docs[0]?.id}?draft=true`, asked)).status).not.toBe(400)
  })
})

describe('a text', () => {
  it('loses what no database keeps and no page can show, nested too', async () => {
    const title = 'Lò gốm\u0000 Mây\u0007 Núi\u000bđỏ\u001b\ud800'
    const json = { title, category, sourceName: 'Dòng một\r\n\tdòng hai' }
    const answer = await rest(portal, '/news?draft=true', { method: 'POST', token, json })
    expect(answer.status).toBe(201)
    const { doc } = (await answer.json()) as { doc: { id: string } }
    expect(
      await portal.payload.findByID({ collection: 'news', id: doc.id, draft: true }),
    ).toMatchObject({
      title: 'Lò gốm Mây Núi đỏ\ufffd',
      sourceName: 'Dòng một\r\n\tdòng hai',
    })
    const nested = { title: 'Văn bản', issuers: ['Sở\u0000 Công Thương'] }
    const stored = await rest(portal, '/documents?draft=true', {
      method: 'POST',
      token,
      json: nested,
    })
    expect(await stored.json()).toMatchObject({ doc: { issuers: ['Sở Công Thương'] } })
  })
})

describe('a form with a file', () => {
  it('of a stranger is refused unread', async () => {
    const form = uploadForm('a.pdf', Buffer.from('%PDF-1.7'))
    expect((await rest(portal, '/files', { method: 'POST', form })).status).toBe(403)
  })

  it('without its file is the mistake of its sender', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ title: 'Kế hoạch' }))
    const { status } = await rest(portal, '/files', { method: 'POST', token, form })
    expect(status).toBe(400)
  })
})
