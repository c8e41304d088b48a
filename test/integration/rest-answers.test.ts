import type { CollectionSlug, GlobalSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFile, buildPicture, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { FULL_DOCUMENTS, FULL_GLOBALS } from '#test/support/full-documents.ts'
import { logIn, rest } from '#test/support/rest.ts'
import { toldAnswer } from '#test/support/told-answer.ts'

type Doc = Record<string, unknown>
interface Docs {
  readonly docs: readonly Doc[]
}

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload)
  token = await logIn(portal, email)
})
afterAll(() => portal.close())

async function ask(path: string): Promise<unknown> {
  const answer = await rest(portal, path, { token })
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}

async function read(slug: CollectionSlug, id: string, query = ''): Promise<Doc> {
  return (await ask(`/${slug}/${id}?depth=0${query}`)) as Doc
}

/** One file for both databases: what they answer is the same to the last field. */
const expectAsKept = (name: string, answer: unknown) =>
  expect(toldAnswer(answer)).toMatchFileSnapshot(`../support/answers/${name}.txt`)

/** The numbers that builders.ts puts into names depend on what was built before. */
const withoutNumbers = (doc: Doc): unknown =>
  JSON.parse(JSON.stringify(doc).replaceAll(/(anh|tep)( |-|%20)\d+/g, '$1$2N'))

const SOME = '&select[title]=true&select[contacts][name]=true&select[support][item]=true'
const OTHERS = '&select[title]=false&select[contacts]=false&select[support][item]=false'

const COLLECTIONS = Object.entries(FULL_DOCUMENTS) as [CollectionSlug, { id: string }][]

describe.each(COLLECTIONS)('answers about %s', (slug, data) => {
  const { id } = data

  it('have every field that they are asked for, with null or [] where it holds nothing', async () => {
    await portal.payload.create({ collection: slug, data: { ...data } as never })
    await expectAsKept(slug, {
      all: await read(slug, id),
      deep: await ask(`/${slug}/${id}?depth=2`),
      some: await read(slug, id, SOME),
    })
  })

  it('are the same in a list, after a change, of the newest draft and without some fields', async () => {
    const all = await read(slug, id)
    const { docs } = (await ask(`/${slug}?depth=0&where[id][equals]=${id}`)) as Docs
    expect(docs).toEqual([all])
    await portal.payload.update({ collection: slug, id, data: {} })
    const at = { updatedAt: null }
    expect({ ...(await read(slug, id)), ...at }).toEqual({ ...all, ...at })
    expect({ ...(await read(slug, id, '&draft=true')), ...at }).toEqual({ ...all, ...at })
    const { title: _title, contacts: _contacts, support, ...others } = all
    const rows = (support as Doc[] | undefined)?.map(({ item: _item, ...row }) => row)
    const answer = await read(slug, id, OTHERS)
    expect({ ...answer, ...at }).toEqual({ ...others, ...(rows ? { support: rows } : {}), ...at })
  })
})

describe('an answer', () => {
  it('about an account, a picture and a file has every field', async () => {
    const { id } = await buildUser(portal.payload, { name: 'Lê Văn Cường', role: 'editor' })
    await expectAsKept('users', { ...(await read('users', id)), email: null })
    const picture = await buildPicture(portal.payload, { alt: 'Xưởng gốm' })
    await expectAsKept('media', withoutNumbers(await read('media', picture.id)))
    const file = await buildFile(portal.payload)
    await expectAsKept('files', withoutNumbers(await read('files', file.id)))
  })

  it.each(Object.entries(FULL_GLOBALS) as [GlobalSlug, object][])(
    'about the global %s has every field, before it was ever saved and after',
    async (slug, data) => {
      const path = `/globals/${slug}?depth=0`
      const before = await ask(path)
      await rest(portal, path, { method: 'POST', token, json: data })
      await expectAsKept(slug, { before, after: await ask(path) })
    },
  )

  it('about what an editor prefers says when it was noted', async () => {
    const path = '/payload-preferences/collection-news'
    for (const limit of [10, 25]) {
      await rest(portal, path, { method: 'POST', token, json: { value: { limit } } })
    }
    await expectAsKept('preferences', { ...((await ask(path)) as Doc), user: null })
  })

  it('about a list says where it stands in it', async () => {
    for (let n = 1; n <= 3; n += 1) await buildUser(portal.payload, { role: 'moderator' })
    const stands: Record<string, Doc> = {}
    for (const query of [
      'limit=2',
      'limit=2&page=2',
      'limit=2&page=9',
      'limit=0',
      'pagination=false',
    ]) {
      for (const where of ['where[role][equals]=moderator', 'where[role][equals]=publisher']) {
        const { docs, ...page } = (await ask(`/users?${where}&${query}`)) as Docs
        stands[`${where}&${query}`] = { ...page, docs: docs.length }
      }
    }
    await expectAsKept('lists', stands)
  })

  it('past the end of a list by a relation still says how long the list is', async () => {
    const query = 'where[topics.title][exists]=true&limit=1&page=7'
    expect(await ask(`/news?${query}`)).toMatchObject({ docs: [], totalDocs: 1, prevPage: 6 })
  })

  it('that refuses names the fields, and no table', async () => {
    const refused: Record<string, unknown> = {}
    for (const [what, path, json] of [
      ['taken', '/redirects', { from: '/cu', kind: 'gone' }],
      ['missing', '/news', { title: 'Không có mục', _status: 'published' }],
      ['unknown choice', '/redirects', { from: '/la', kind: 'la' }],
    ] as const) {
      const answer = await rest(portal, path, { method: 'POST', token, json })
      refused[what] = { status: answer.status, ...(await answer.json()) }
    }
    await expectAsKept('refusals', refused)
  })
})
