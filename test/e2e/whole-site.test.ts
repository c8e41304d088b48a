import { beforeAll, describe, expect, inject, test } from 'vitest'
import {
  HIDDEN_WORD,
  OPEN,
  plantSecrets,
  SECRET,
  type Planted,
} from '#test/support/planted-secrets.ts'
import { signIn } from '#test/support/rest-session.ts'
import { walkSite, type Visited } from '#test/support/site-walk.ts'

const portal = inject('portal')
let planted: Planted
let visited: Visited[]

beforeAll(async () => {
  planted = await plantSecrets(portal)
  const searches = ['/tim-kiem', '/van-ban', '/hoi-dap'].map((path) => `${path}?q=${HIDDEN_WORD}`)
  visited = [
    ...(await walkSite(portal.siteUrl, ['/', '/sitemap.xml', '/robots.txt', ...searches])).values(),
  ]
}, 120_000)

describe('every address that the site names', () => {
  test('answers, or leads on to one that does', () => {
    const broken = visited.filter(({ status }) => status !== 200 && !LEADS_ON.has(status))
    expect(broken.map(({ path, foundOn, status }) => `${status} ${path} on ${foundOn}`)).toEqual([])
  })

  test('is reached: pages of every kind, pictures, files, feeds', () => {
    const missing = REACHED.filter((shape) => !visited.some(({ path }) => shape.test(path)))
    expect(missing).toEqual([])
  })

  test('leads on only where that is meant', () => {
    const moved = visited.filter(({ status }) => LEADS_ON.has(status)).map(({ path }) => path)
    expect(moved.filter((path) => !MEANT_TO_LEAD_ON.has(path))).toEqual([])
  })
})

describe('what is not public', () => {
  test('is on no page, in no feed, file or script that the site names', () => {
    const everything = visited.map(({ path, body }) => ({ path, body: `${path}\n${body}` }))
    expect(everything.some(({ body }) => body.includes(`${OPEN} reply`))).toBe(true)
    const leaks = everything.filter(({ body }) => body.toLowerCase().includes(SECRET))
    expect(leaks.map(({ path }) => path)).toEqual([])
  })

  test('has no page of its own', async () => {
    for (const path of planted.paths) {
      const answer = await fetch(portal.siteUrl + path)
      expect([404, 410], path).toContain(answer.status)
      // The page of an error repeats the words of the address, nothing else.
      expect(await answer.text(), path).not.toMatch(new RegExp(`${SECRET} (alt|body|note|summary)`))
    }
  })

  test('has no file: neither at the site nor at the cms, in no size', async () => {
    for (const { collection, id, names } of planted.files) {
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) {
        expect(await statusOf(`${portal.siteUrl}/tep/${id}/${name}`), name).toBe(404)
        const answer = await fetch(`${portal.cmsUrl}/api/${collection}/file/${name}`)
        expect([401, 403, 404], `${name} at the cms`).toContain(answer.status)
      }
    }
  })
})

describe('the REST interface of the cms tells a stranger nothing of it', () => {
  test('in no collection: lists, drafts, trash, versions, filters, orders', async () => {
    const collections = [...(await (await signIn(portal)).collections()), 'payload-jobs']
    expect(collections).toEqual(expect.arrayContaining(['news', 'comments', 'users', 'redirects']))
    for (const collection of collections) {
      for (const query of QUERIES) {
        const answer = await fetch(`${portal.cmsUrl}/api/${collection}${query}`)
        const place = `${collection}${query}`
        expect(answer.status, place).toSatisfy((status) => status < 500 || status === 501)
        expect((await answer.text()).toLowerCase(), place).not.toContain(SECRET)
      }
    }
  })

  test('a filter on what is hidden finds nothing, so it cannot be guessed letter by letter', async () => {
    for (const filter of HIDDEN_FILTERS) {
      const answer = await fetch(`${portal.cmsUrl}/api/${filter}`)
      const { totalDocs = 0 } = (await answer.json()) as { totalDocs?: number }
      expect(totalDocs, filter).toBe(0)
    }
  })

  test('a document is not there under its id', async () => {
    for (const { collection, id } of [...planted.documents, ...planted.files]) {
      for (const query of ['', '?draft=true', '?trash=true', '?depth=2&draft=true&trash=true']) {
        const answer = await fetch(`${portal.cmsUrl}/api/${collection}/${id}${query}`)
        expect([401, 403, 404], `${collection} ${query}`).toContain(answer.status)
        expect(await answer.text()).not.toContain(SECRET)
      }
    }
  })

  test('access, globals and the admin itself do not show it', async () => {
    for (const path of OTHER_PATHS) {
      const answer = await fetch(portal.cmsUrl + path)
      expect(answer.status, path).toBeLessThan(500)
      expect((await answer.text()).toLowerCase(), path).not.toContain(SECRET)
    }
  })
})

const LEADS_ON = new Set([301, 302, 303])
const MEANT_TO_LEAD_ON = new Set(['/ho-tro/kiem-tra'])
const REACHED = [
  /^\/tin-tuc\/[^/]+$/,
  /^\/tin-tuc\/trang-2$/,
  /^\/chuyen-muc\/[^/]+$/,
  /^\/chuyen-muc\/[^/]+\/[^/]+$/,
  /^\/chu-de\/[^/]+$/,
  /^\/van-ban\/[^/]+$/,
  /^\/san-pham\/[^/]+$/,
  /^\/co-so\/[^/]+$/,
  /^\/ho-tro\/[^/]+$/,
  /^\/hoi-dap\/[^/]+$/,
  /^\/lien-he$/,
  /^\/so-do-trang$/,
  /^\/rss$/,
  /^\/rss\/.+$/,
  /^\/sitemap/,
  /^\/tep\/[^/]+\/.+\.webp$/,
  /^\/tep\/[^/]+\/.+\.pdf$/,
  /^\/_astro\/.+\.css$/,
]

const QUERIES = [
  '?limit=1000&depth=2',
  '?limit=1000&depth=2&draft=true',
  '?limit=1000&depth=2&trash=true',
  '?limit=1000&draft=true&trash=true&depth=5',
  '?limit=1000&sort=email',
  '?limit=1000&sort=-moderationNote',
  `?limit=1000&where[or][0][_status][equals]=draft&where[or][1][id][exists]=true`,
  '?limit=1000&where[deletedAt][exists]=true&trash=true',
  '/versions?limit=1000&depth=2',
  '/count?draft=true&trash=true',
  '/access',
]
const HIDDEN_FILTERS = [
  `comments?where[email][like]=${SECRET}`,
  `comments?where[email][equals]=${SECRET}@kin.example.vn`,
  `comments?where[moderationNote][contains]=${SECRET}`,
  `questions?where[email][like]=${SECRET}`,
  `files?where[text][contains]=${SECRET}`,
  `news?where[title][contains]=${SECRET}&draft=true`,
  `news?where[relatedNews.title][contains]=${SECRET}`,
  `media?where[alt][contains]=${SECRET}`,
  `users?where[email][contains]=songchau`,
  `news/count?where[title][contains]=${SECRET}&trash=true`,
]
const OTHER_PATHS = [
  '/api/access',
  '/api/users/me',
  '/api/globals/site-settings?depth=2&draft=true',
  '/api/globals/navigation?depth=2&draft=true',
  '/api/globals/home-page?depth=3&draft=true',
  '/api/globals/home-page/versions?depth=2',
  '/admin',
  '/admin/collections/news?trash=true',
  '/admin/collections/comments',
]

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address)
  await answer.body?.cancel()
  return answer.status
}
