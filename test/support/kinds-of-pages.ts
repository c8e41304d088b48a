import type { Page } from 'playwright-core'
import { pathOf, replyPath, ROUTES, type PublicCollection } from '#shared/routes.ts'
import type { PortalUnderTest } from './portal-under-test.ts'
import { signIn } from './rest-session.ts'

/** A kind of page that the site has, and where the shared portal shows one. */
export interface KindOfPage {
  readonly name: string
  readonly path: string | ((portal: PortalUnderTest) => Promise<string>)
  /** 200 unless it says otherwise. */
  readonly status?: number
  /** The page is what comes back when its form is sent without a word. */
  readonly isSentEmpty?: boolean
}

export const KINDS_OF_PAGES: readonly KindOfPage[] = [
  { name: 'home', path: ROUTES.home },
  { name: 'news', path: ROUTES.news },
  { name: 'category', path: one('categories') },
  { name: 'topic', path: one('topics') },
  {
    name: 'article',
    path: one('news', 'where[attachments][exists]=true&where[cover][exists]=true'),
  },
  { name: 'reply with mistakes', path: reply, status: 422, isSentEmpty: true },
  { name: 'documents', path: ROUTES.documents },
  { name: 'documents, filtered', path: `${ROUTES.documents}?q=khuyen+cong` },
  { name: 'documents, none found', path: `${ROUTES.documents}?q=zzqqxx` },
  { name: 'document', path: one('documents', 'where[files][exists]=true') },
  { name: 'products', path: ROUTES.products },
  { name: 'product', path: one('products') },
  { name: 'producer', path: one('producers') },
  { name: 'programmes', path: ROUTES.programmes },
  { name: 'programme', path: one('programmes') },
  { name: 'questions', path: ROUTES.questions },
  { name: 'question', path: one('questions') },
  { name: 'form for a question', path: ROUTES.askQuestion },
  { name: 'question with mistakes', path: ROUTES.askQuestion, status: 422, isSentEmpty: true },
  { name: 'contact', path: ROUTES.contact },
  { name: 'thanks for a letter', path: `${ROUTES.contact}?da-gui=1` },
  { name: 'search', path: ROUTES.search },
  { name: 'search with results', path: `${ROUTES.search}?q=khuyen+cong` },
  { name: 'search without results', path: `${ROUTES.search}?q=zzqqxx` },
  { name: 'static page', path: one('pages') },
  { name: 'map of the site', path: ROUTES.siteMap },
  { name: 'absent page', path: '/khong-co-trang-nay', status: 404 },
  { name: 'withdrawn page', path: withdrawn, status: 410 },
]

/** The address of a page of this kind, with its query. */
export async function addressOf({ path }: KindOfPage, portal: PortalUnderTest): Promise<string> {
  return typeof path === 'string' ? path : path(portal)
}

/** The page as the server sends it. */
export async function fetchKind(kind: KindOfPage, portal: PortalUnderTest): Promise<Response> {
  const address = portal.siteUrl + (await addressOf(kind, portal))
  return kind.isSentEmpty
    ? fetch(address, { method: 'POST', body: new URLSearchParams() })
    : fetch(address)
}

/** The page in a browser whose base address is the site. */
export async function openKind(kind: KindOfPage, portal: PortalUnderTest, page: Page) {
  await page.goto(await addressOf(kind, portal))
  if (!kind.isSentEmpty) return
  await page.locator('main form.comment-form [type=submit]').click()
  await page.getByRole('alert').waitFor()
}

/** The address of an article with a form for replies. */
export function articleTakingReplies(portal: PortalUnderTest): Promise<string> {
  return one('news', 'where[commentsAllowed][equals]=true')(portal)
}

/** A document of the collection that the public reads. */
function one(collection: PublicCollection, where = '') {
  return async ({ cmsUrl }: PortalUnderTest): Promise<string> => {
    const answer = await fetch(`${cmsUrl}/api/${collection}?limit=1&depth=0&${where}`)
    const { docs } = (await answer.json()) as { docs: { slug?: string; path?: string }[] }
    const path = docs[0] && pathOf(collection, docs[0])
    if (!path) throw new Error(`The sample content has nothing for ${collection} ${where}`)
    return path
  }
}

async function reply(portal: PortalUnderTest): Promise<string> {
  const path = await articleTakingReplies(portal)
  return replyPath(path.slice(ROUTES.news.length + 1))
}

/** Published and taken back. */
async function withdrawn(portal: PortalUnderTest): Promise<string> {
  const session = await signIn(portal)
  const page = { title: `Trang đã gỡ ${Date.now()}`, _status: 'published' }
  const { id, slug } = await session.create('pages', page)
  await session.update('pages', id, { _status: 'draft' })
  return pathOf('pages', { slug: String(slug) }) ?? ''
}
