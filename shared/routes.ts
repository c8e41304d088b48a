/**
 * The path of every document and list of the public site, and the query parameters that each
 * page knows. Pages, links, redirects, feeds and the purge take paths from here alone.
 */

/** Collections that have a page of their own. */
export const PUBLIC_COLLECTIONS = [
  'news',
  'documents',
  'products',
  'producers',
  'programmes',
  'categories',
  'topics',
  'pages',
  'questions',
] as const

export type PublicCollection = (typeof PUBLIC_COLLECTIONS)[number]

export const ROUTES = {
  home: '/',
  news: '/tin-tuc',
  category: '/chuyen-muc',
  topic: '/chu-de',
  documents: '/van-ban',
  products: '/san-pham',
  producers: '/co-so',
  programmes: '/ho-tro',
  eligibility: '/ho-tro/kiem-tra',
  questions: '/hoi-dap',
  askQuestion: '/hoi-dap/gui',
  contact: '/lien-he',
  rate: '/lien-he/danh-gia',
  search: '/tim-kiem',
  suggestions: '/tim-kiem/goi-y',
  searchDescription: '/opensearch.xml',
  feed: '/rss',
  siteMap: '/so-do-trang',
  siteMapXml: '/sitemap.xml',
  robots: '/robots.txt',
  files: '/tep',
  display: '/hien-thi',
  preview: '/xem-truoc',
  visit: '/luot-xem',
  visitPixel: '/luot-xem.gif',
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
} as const

/** First segments that a static page may not take as its slug, since another page owns them. */
export const RESERVED_SLUGS: readonly string[] = [
  ...new Set(
    Object.values(ROUTES)
      .map((path) => path.split('/')[1] ?? '')
      .filter(Boolean),
  ),
  'admin',
  'api',
  'trang-chu',
]

/** Slugs below /ho-tro and /hoi-dap that belong to pages of the portal itself. */
export const RESERVED_BELOW: Partial<Record<PublicCollection, readonly string[]>> = {
  programmes: ['kiem-tra'],
  questions: ['gui'],
}

/** What a path needs of a document; `path` is the full slug path of a category. */
export interface Addressable {
  readonly slug?: string | null
  readonly path?: string | null
}

/** The public path of a document, `null` while it has no slug. */
export function pathOf(collection: PublicCollection, doc: Addressable): string | null {
  const slug = collection === 'categories' ? (doc.path ?? doc.slug) : doc.slug
  if (!slug) return null
  return `${BASES[collection]}/${slug}`
}

/** A list's page: the first page has no number; page numbers are part of the path. */
export function pagePath(list: string, page: number): string {
  return page <= 1 ? list : `${list}/trang-${page}`
}

/** The page number of a segment such as `trang-2`; `null` for anything that is not one from 2 on. */
export function pageNumber(segment: string | undefined): number | null {
  const match = /^trang-([1-9]\d{0,5})$/.exec(segment ?? '')
  const number = Number(match?.[1])
  return number >= 2 ? number : null
}

/** Address of an uploaded file or picture size. */
export function filePath(id: string, name: string): string {
  return `${ROUTES.files}/${id}/${encodeURIComponent(name)}`
}

/** The reply form of an article. */
export function replyPath(slug: string): string {
  return `${ROUTES.news}/${slug}/tra-loi`
}

/** The feed of a category, by its slug path. */
export function feedPath(categoryPath?: string): string {
  return categoryPath ? `${ROUTES.feed}/${categoryPath}` : ROUTES.feed
}

/** Query parameters that a page knows; all others are ignored and never reach a cache key. */
export const QUERY_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  [ROUTES.search]: ['q', 'loai', 'chuyen-muc', 'nam', 'xep', 'trang'],
  [ROUTES.documents]: ['q', 'loai', 'co-quan', 'linh-vuc', 'nam', 'hieu-luc', 'trang'],
  [ROUTES.products]: ['q', 'nhom', 'cap', 'nam', 'trang'],
  [ROUTES.programmes]: ['doi-tuong', 'nhu-cau', 'trang-thai', 'nganh'],
  [ROUTES.questions]: ['q', 'trang'],
}

/** The known query parameters of a path, each pair once, sorted, so that one page has one key. */
export function knownQuery(path: string, query: URLSearchParams): URLSearchParams {
  const known = QUERY_PARAMETERS[path] ?? []
  const pairs = new Map([...query].map((pair) => [pair.join('='), pair]))
  const kept = [...pairs.values()].filter(([name, value]) => known.includes(name) && value !== '')
  return new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

const BASES: Record<PublicCollection, string> = {
  news: ROUTES.news,
  documents: ROUTES.documents,
  products: ROUTES.products,
  producers: ROUTES.producers,
  programmes: ROUTES.programmes,
  categories: ROUTES.category,
  topics: ROUTES.topic,
  pages: '',
  questions: ROUTES.questions,
}
