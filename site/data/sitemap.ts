import { listTag } from '#shared/cache-tags.ts'
import { pathOf, PUBLIC_COLLECTIONS, ROUTES, type PublicCollection } from '#shared/routes.ts'
import { toMachineMoment } from '#shared/vietnamese/dates.ts'
import { absoluteUrl } from './addresses.ts'
import { currentNews } from './news-cards.ts'
import { ALL_NEWS } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'
import { READING, published } from './reading.ts'
import { escapeXml } from '#shared/xml.ts'

/** What one file may hold: https://www.sitemaps.org/protocol.html. */
const MOST_ADDRESSES = 50_000

const LISTS = [
  ROUTES.home,
  ROUTES.news,
  ROUTES.documents,
  ROUTES.programmes,
  ROUTES.products,
  ROUTES.questions,
  ROUTES.contact,
  ROUTES.siteMap,
]

/** Every public address with the moment of its last change; an index of parts where there are many. */
export async function sitemap(page: PageContext, most = MOST_ADDRESSES): Promise<string> {
  page.tag(...PUBLIC_COLLECTIONS.map((collection) => listTag(collection)))
  await expireWithNews(page)
  const counts = await Promise.all(
    PUBLIC_COLLECTIONS.map(async (collection) => ({
      collection,
      count: await countPublic(page, collection),
    })),
  )
  const total = LISTS.length + counts.reduce((sum, { count }) => sum + count, 0)
  if (total > most) return index(counts, most)
  const entries = await Promise.all(
    PUBLIC_COLLECTIONS.map((collection) => entriesOf(page, collection, 1, most)),
  )
  return urlSet([...LISTS.map((path) => ({ path })), ...entries.flat()])
}

/** A part of the index, named as {@link sitemap} names it; `null` when there is no such part. */
export async function sitemapPart(
  page: PageContext,
  name: string,
  most = MOST_ADDRESSES,
): Promise<string | null> {
  if (name === LISTS_PART) return urlSet(LISTS.map((path) => ({ path })))
  const [, of, number] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(name) ?? []
  const collection = PUBLIC_COLLECTIONS.find((one) => one === of)
  if (!collection || !number) return null
  page.tag(listTag(collection))
  if (collection === 'news') await expireWithNews(page)
  const entries = await entriesOf(page, collection, Number(number), most)
  return entries.length > 0 ? urlSet(entries) : null
}

interface Entry {
  readonly path: string
  readonly changedAt?: string
}

const LISTS_PART = 'danh-sach'

async function countPublic(page: PageContext, collection: PublicCollection): Promise<number> {
  const { totalDocs } = await page.portal.count({
    collection,
    where: publicWhere(page, collection),
    overrideAccess: false,
  })
  return totalDocs
}

/** Documents read at once: a whole part would fill the memory and keep others waiting. */
const AT_ONCE = 1_000

/** A part in the order of the ids, which is that of time: it stays as it is while others are added. */
async function entriesOf(
  page: PageContext,
  collection: PublicCollection,
  part: number,
  most: number,
): Promise<Entry[]> {
  const entries: Entry[] = []
  let last = await idBefore(page, collection, (part - 1) * most)
  for (let left = most; last !== null && left > 0; left -= AT_ONCE) {
    const docs = await readAfter(page, collection, last, Math.min(AT_ONCE, left))
    for (const doc of docs) {
      const path = pathOf(collection, doc)
      if (path) entries.push({ path, changedAt: doc.updatedAt })
    }
    last = docs.at(-1)?.id ?? null
  }
  return entries
}

/** The id behind which a number of documents lie; `null` where there are fewer. */
async function idBefore(
  page: PageContext,
  collection: PublicCollection,
  count: number,
): Promise<string | null> {
  if (count === 0) return ''
  const { docs } = await page.portal.find({
    ...READING,
    collection,
    where: publicWhere(page, collection),
    sort: 'id',
    limit: 1,
    page: count,
    select: {},
  })
  return docs[0]?.id ?? null
}

async function readAfter(
  page: PageContext,
  collection: PublicCollection,
  id: string,
  limit: number,
) {
  const { docs } = await page.portal.find({
    ...READING,
    collection,
    where: { and: [publicWhere(page, collection), ...(id ? [{ id: { greater_than: id } }] : [])] },
    sort: 'id',
    limit,
    select:
      collection === 'categories'
        ? { slug: true, path: true, updatedAt: true }
        : { slug: true, updatedAt: true },
  })
  return docs
}

/** It changes when the next news item comes out that waits for its hour, and when one expires. */
async function expireWithNews(page: PageContext): Promise<void> {
  const nextExpiry = (await currentNews(page)).nextExpiry(ALL_NEWS)
  if (nextExpiry) page.expires(nextExpiry)
}

/** Access alone decides what is public; expired news ask not to be listed. */
function publicWhere(page: PageContext, collection: PublicCollection) {
  if (collection !== 'news') return {}
  const now = page.now.toISOString()
  return published(
    page,
    { publishedAt: { less_than_equal: now } },
    { or: [{ expiresAt: { exists: false } }, { expiresAt: { greater_than: now } }] },
  )
}

function index(
  counts: readonly { readonly collection: PublicCollection; readonly count: number }[],
  most: number,
): string {
  const parts = counts.flatMap(({ collection, count }) =>
    Array.from({ length: Math.ceil(count / most) }, (_, at) => `${collection}-${at + 1}`),
  )
  const elements = [LISTS_PART, ...parts].map(
    (name) => `<sitemap><loc>${escapeXml(absoluteUrl(`/sitemap-${name}.xml`))}</loc></sitemap>`,
  )
  return wrap('sitemapindex', elements)
}

function urlSet(entries: readonly Entry[]): string {
  const elements = entries.map(({ path, changedAt }) => {
    const lastModified = changedAt ? `<lastmod>${toMachineMoment(changedAt)}</lastmod>` : ''
    return `<url><loc>${escapeXml(absoluteUrl(path))}</loc>${lastModified}</url>`
  })
  return wrap('urlset', elements)
}

function wrap(root: string, elements: readonly string[]): string {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  return `<${root} xmlns="${namespace}">\n${elements.join('\n')}\n</${root}>`
}
