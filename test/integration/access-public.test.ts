import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildCategory,
  buildComment,
  buildDocument,
  buildFile,
  buildNews,
  buildPage,
  buildPicture,
  buildProducer,
  buildProduct,
  buildProgramme,
  buildTopic,
  buildUser,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { rest } from '#test/support/rest.ts'

/** Stands in everything that the public must not see. */
const SECRET = 'Chưa công khai'
const SECRET_MAIL = 'bi-mat@example.vn'
/** Stands in what it may see, to prove that the walk looks at something. */
const OPEN = 'Ai cũng đọc'

let portal: TestPortal
let slugs: string[]
const hidden: { collection: string; id: string }[] = []

beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  const { collections } = payload.config
  slugs = collections.filter(({ endpoints }) => endpoints !== false).map(({ slug }) => slug)
  const hide = async (collection: string, made: Promise<{ id: string | number }>) => {
    hidden.push({ collection, id: String((await made).id) })
  }
  const draft = { _status: 'draft' as const }
  const trashed = { deletedAt: new Date().toISOString() }
  const person = { name: SECRET, email: SECRET_MAIL, content: SECRET }

  const picture = await buildPicture(payload, { alt: OPEN })
  const secretPicture = await buildPicture(payload, { alt: SECRET })
  const file = await buildFile(payload, { title: SECRET })
  await hide('media', Promise.resolve(secretPicture))
  await hide('files', Promise.resolve(file))
  const related = await buildNews(payload, { title: SECRET, summary: SECRET, ...draft })
  await hide('news', Promise.resolve(related))
  const open = await buildNews(payload, {
    title: OPEN,
    cover: picture.id,
    relatedNews: [related.id],
    importNotes: SECRET,
  })
  await payload.update({
    collection: 'news',
    id: open.id,
    draft: true,
    data: { title: SECRET, cover: secretPicture.id, attachments: [file.id] },
  })
  await hide('news', buildNews(payload, { title: SECRET, ...trashed }))
  await hide('documents', buildDocument(payload, { abstract: SECRET, ...draft }))
  await hide('producers', buildProducer(payload, { name: SECRET, ...draft }))
  await hide('products', buildProduct(payload, { name: SECRET, ...draft }))
  await hide('programmes', buildProgramme(payload, { title: SECRET, ...draft }))
  await hide('pages', buildPage(payload, { title: SECRET, ...draft }))
  await hide('pages', buildPage(payload, { title: SECRET, ...trashed }))
  await hide('categories', buildCategory(payload, { title: SECRET, ...trashed }))
  await hide('topics', buildTopic(payload, { title: SECRET, ...trashed }))
  await hide('comments', buildComment(payload, { ...person, news: open.id }))
  await buildComment(payload, {
    news: open.id,
    content: OPEN,
    email: SECRET_MAIL,
    status: 'approved',
    moderationNote: SECRET,
  })
  const question = { ...person, title: SECRET }
  await hide(
    'questions',
    payload.create({ collection: 'questions', data: { ...question, status: 'pending' } }),
  )
  await payload.create({
    collection: 'questions',
    data: { ...person, name: 'A', content: OPEN, title: OPEN, status: 'approved' },
  })
  await hide(
    'feedback',
    payload.create({ collection: 'feedback', data: { ...person, subject: SECRET } }),
  )
  await hide(
    'ratings',
    payload.create({ collection: 'ratings', data: { path: SECRET, helpful: true } }),
  )
  await hide('users', buildUser(payload, { name: SECRET, email: SECRET_MAIL }))
  await hide(
    'redirects',
    payload.create({
      collection: 'redirects',
      data: { from: '/cu', kind: 'gone', to: '/chưa-công-khai' },
    }),
  )
  await hide(
    'searches',
    payload.create({
      collection: 'searches',
      data: {
        words: SECRET,
        count: 1,
        foundNothing: 0,
        lastFound: 1,
        lastAt: new Date().toISOString(),
      },
    }),
  )
  await hide(
    'visit-counts',
    payload.create({
      collection: 'visit-counts',
      data: { key: SECRET, visits: 1, views: 1, bots: 0 },
    }),
  )
})
afterAll(() => portal.close())

const VARIANTS = [
  '?limit=100&depth=3',
  '?limit=100&depth=3&draft=true',
  '?limit=100&depth=3&trash=true',
  '?limit=100&depth=3&draft=true&trash=true',
  '?limit=100&where[or][0][_status][equals]=draft&where[or][1][id][exists]=true',
  '?limit=100&where[deletedAt][exists]=true&trash=true',
  '/versions?limit=100',
]

describe('the public, over REST', () => {
  it('finds no draft, trash, e-mail, unapproved reply, file of a draft or account, whatever it asks', async () => {
    const leaks: string[] = []
    let seen = ''
    for (const slug of slugs) {
      for (const variant of VARIANTS) {
        const answer = await rest(portal, `/${slug}${variant}`)
        const text = await answer.text()
        seen += text
        if (text.includes(SECRET) || text.includes(SECRET_MAIL)) leaks.push(`${slug}${variant}`)
        if (answer.status >= 500) leaks.push(`${slug}${variant}: ${answer.status}`)
      }
    }
    expect(leaks).toEqual([])
    expect(seen.split(OPEN).length).toBeGreaterThan(10)
  })

  it('reads no hidden document by its id, and learns no count', async () => {
    for (const { collection, id } of hidden) {
      for (const query of ['', '?draft=true', '?trash=true']) {
        const answer = await rest(portal, `/${collection}/${id}${query}`)
        expect([collection, query, answer.status]).toEqual([
          collection,
          query,
          expect.toSatisfy((status: number) => status === 403 || status === 404),
        ])
      }
      const where = `where[id][equals]=${id}`
      const count = await rest(portal, `/${collection}/count?${where}&trash=true`)
      const { totalDocs = 0 } = await count.json()
      expect([collection, totalDocs]).toEqual([collection, 0])
    }
  })

  it.each([
    '/comments?where[email][like]=bi-mat',
    '/comments?sort=email',
    '/questions?where[email][exists]=true',
    '/questions?where[moderationNote][like]=C',
    '/news?where[importNotes][like]=C',
    '/news?where[relatedNews.importNotes][like]=C',
    '/comments?where[news.importNotes][like]=C',
    '/files?where[text][like]=Decision',
  ])('is refused a question about what is hidden: %s', async (path) => {
    const answer = await rest(portal, path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it('writes nothing', async () => {
    for (const slug of slugs) {
      const create = await rest(portal, `/${slug}`, { method: 'POST', json: { title: 'x' } })
      expect([slug, create.status]).toEqual([
        slug,
        expect.toSatisfy((s: number) => s >= 400 && s < 500),
      ])
    }
    for (const { collection, id } of hidden) {
      for (const method of ['PATCH', 'DELETE']) {
        const answer = await rest(portal, `/${collection}/${id}`, { method, json: {} })
        expect(answer.status).toBeGreaterThanOrEqual(400)
      }
    }
  })

  it('fetches no bytes from the cms: the site serves public files', async () => {
    const { docs } = await portal.payload.find({ collection: 'media' })
    for (const { filename } of docs) {
      const answer = await rest(portal, `/media/file/${filename}`)
      expect(answer.status).toBe(403)
    }
  })
})
