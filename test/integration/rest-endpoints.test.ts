import type { Endpoint as PayloadEndpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEndpoint } from '#cms/gate/endpoints.ts'
import { buildNews, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { askRest, logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload)
  token = await logIn(portal, email)
})
afterAll(() => portal.close())

const SOME_ID = '00000000-0000-4000-8000-000000000000'

/** Every endpoint that Payload has, with those whom it belongs to; /og joins at the first request. */
function offered(): Map<string, string[]> {
  const { config } = portal.payload
  const found = new Map<string, string[]>()
  const add = (owner: string, endpoints: readonly PayloadEndpoint[] | false | undefined) => {
    for (const { method, path } of endpoints || []) {
      const pattern = `${method.toUpperCase()} ${path}`
      found.set(pattern, [...(found.get(pattern) ?? []), owner])
    }
  }
  add('', [
    ...(config.endpoints ?? []),
    { method: 'get', path: '/og', handler: () => new Response() },
  ])
  for (const { slug, endpoints } of config.collections) add(slug, endpoints)
  for (const { slug, endpoints } of config.globals) add(`globals/${slug}`, endpoints)
  return found
}

function isOn(pattern: string, owner: string): boolean {
  const [method = '', path = ''] = pattern.split(' ')
  const rest = path.replace(/:\w+\??/g, SOME_ID).split('/')
  const segments = [...owner.split('/'), ...rest].filter(Boolean)
  const found = findEndpoint(portal.payload, method, segments)
  return found?.pattern === pattern || (pattern === 'POST /access/:id?' && found !== null)
}

describe("Payload's endpoints", () => {
  it('are the kept ones, each on or off: an update that adds one must say which', async () => {
    // The portal's own stand before Payload's of the same path.
    const lines = [...offered()].map(([pattern, all]) => {
      const owners = [...new Set(all)]
      const [on, off] = [true, false].map((wanted) =>
        owners.filter((owner) => isOn(pattern, owner) === wanted).map((owner) => owner || '(root)'),
      )
      return `${pattern}\n  on: ${on?.join(' ') || '–'}\n  off: ${off?.join(' ') || '–'}`
    })
    await expect(lines.toSorted().join('\n')).toMatchFileSnapshot(
      '../support/answers/endpoints.txt',
    )
  })

  it('that are off answer 404, to admins too', async () => {
    const answers: unknown[] = []
    // Below the preferences every name is a key.
    const hasNames = (owner: string) => owner !== 'payload-preferences'
    for (const [pattern, owners] of offered()) {
      for (const owner of owners.filter((name) => hasNames(name) && !isOn(pattern, name))) {
        const [method = '', path = ''] = pattern.split(' ')
        const address = `/${owner}${path.replace(/:\w+\??/, SOME_ID)}`.replaceAll('//', '/')
        const { status } = await rest(portal, address, { method, token })
        // An address may be taken for the document of that name, which no id can be.
        if (status !== 404 && status !== 400) answers.push([method, address, status])
      }
    }
    expect(answers).toEqual([])
  })

  it.each([
    '/og',
    '/constructor',
    '/__proto__',
    '/toString/x',
    '/globals',
    '/globals/constructor',
    '/globalsx/navigation',
    '/news/a/b/c',
  ])('do not include %s', async (path) => {
    const answer = await rest(portal, path, { token })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({
      errors: [{ message: 'Không có địa chỉ này.', data: { code: 'not_found' } }],
    })
  })
})

describe('a method that stands for another', () => {
  const override = (path: string, type: string, body: string, name = 'X-HTTP-Method-Override') =>
    askRest(
      portal,
      new Request(`http://localhost:3000/api${path}`, {
        method: 'POST',
        headers: { [name]: 'GET', 'content-type': type, authorization: `JWT ${token}` },
        body,
      }),
    )
  const FORM = 'application/x-www-form-urlencoded'

  it.each(['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'])(
    'is judged as the GET that %s makes of it',
    async (name) => {
      const { id } = await buildNews(portal.payload, { title: 'Lò gốm' })
      const found = await override('/news', FORM, `where[id][equals]=${id}&depth=0`, name)
      expect(await found.json()).toMatchObject({ docs: [{ title: 'Lò gốm' }] })
      expect((await override('/news', FORM, 'where[nope][equals]=1', name)).status).toBe(400)
      expect((await override('/users/logout', FORM, '', name)).status).toBe(400)
    },
  )

  it('may bring its query as JSON', async () => {
    const { id } = await buildNews(portal.payload, { title: 'Mây tre' })
    const query = JSON.stringify({ where: { id: { equals: id } }, depth: 0 })
    const found = await override('/news', 'application/json', query)
    expect(await found.json()).toMatchObject({ docs: [{ title: 'Mây tre' }] })
    expect((await override('/news', 'application/json', '[')).status).toBe(400)
  })

  it.each(['DELETE', 'PATCH'])('cannot become %s', async (method) => {
    const { id } = await buildNews(portal.payload)
    const headers = { 'X-HTTP-Method-Override': method }
    const asked = { method: 'POST', token, headers, json: { title: 'Khác', _method: method } }
    expect((await rest(portal, `/news/${id}?_method=${method}`, asked)).status).toBe(404)
    expect(await portal.payload.findByID({ collection: 'news', id })).toBeTruthy()
  })
})
