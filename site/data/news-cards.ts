import type { Where } from 'payload'
import { documentTag, listTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { loadCategories, type Category } from './categories.ts'
import { createPageContext, PUBLIC_VIEWER, type PageContext } from './page-context.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { idOf, published, reading } from './reading.ts'
import { shared } from './shared-values.ts'

/** A news item as lists show it. */
export interface NewsCard {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly summary: string | null
  readonly picture: Picture | null
  /** ISO 8601 moment. */
  readonly publishedAt: string
  readonly category: Category | null
  readonly pinned: boolean
}

export interface ListOptions {
  readonly limit: number
  /** From 1 on. */
  readonly page?: number
  readonly sort?: string
  /** Leave the pictures out where they are not shown. */
  readonly withoutPictures?: boolean
}

/** News that are out and have not expired at this moment. */
export function currentNews(page: PageContext, ...conditions: Where[]): Where {
  const now = page.now.toISOString()
  return published(
    { publishedAt: { less_than_equal: now } },
    { or: [{ expiresAt: { exists: false } }, { expiresAt: { greater_than: now } }] },
    ...conditions,
  )
}

/** When the next of the news comes out that are published for a later hour. */
const nextPublication = shared('next-publication', async (page): Promise<Date | null> => {
  page.tag(listTag('news'))
  const { docs } = await page.portal.find({
    ...reading(page),
    collection: 'news',
    where: published({ publishedAt: { greater_than: page.now.toISOString() } }),
    sort: 'publishedAt',
    limit: 1,
    select: { publishedAt: true },
  })
  const moment = docs[0]?.publishedAt ? new Date(docs[0].publishedAt) : null
  if (moment) page.expires(moment)
  return moment
})

/** The page shows news, so it changes at that hour; it does not depend on every other news item. */
async function expireWithNextPublication(page: PageContext): Promise<void> {
  const { kept, now, portal } = page
  const apart = kept ? createPageContext(portal, PUBLIC_VIEWER, now, kept).page : page
  const moment = await nextPublication(apart)
  if (moment) page.expires(moment)
}

/**
 * Current news as cards, newest first; the page changes when the first of them expires, and when the
 * next one comes out.
 */
export async function findNewsCards(
  page: PageContext,
  where: Where,
  options: ListOptions,
): Promise<NewsCard[]> {
  await expireWithNextPublication(page)
  const { docs } = await page.portal.find({
    ...reading(page),
    collection: 'news',
    where,
    sort: options.sort ?? '-publishedAt',
    limit: options.limit,
    page: options.page ?? 1,
    select: CARD_FIELDS,
  })
  const covers = options.withoutPictures ? [] : docs.map(({ cover }) => idOf(cover))
  const [{ byId }, pictures] = await Promise.all([
    loadCategories(page),
    loadPictures(
      page,
      covers.filter((id) => id !== null),
    ),
  ])
  return docs.flatMap((doc) => {
    const path = pathOf('news', doc)
    if (!path || !doc.publishedAt) return []
    page.tag(documentTag('news', doc.id))
    if (doc.expiresAt) page.expires(new Date(doc.expiresAt))
    return {
      id: doc.id,
      title: doc.title,
      path,
      summary: doc.summary ?? null,
      picture: pictures.get(idOf(doc.cover) ?? '') ?? null,
      publishedAt: doc.publishedAt,
      category: byId.get(idOf(doc.category) ?? '') ?? null,
      pinned: doc.pinned ?? false,
    }
  })
}

/** How many news meet a condition. */
export async function countNews(page: PageContext, where: Where): Promise<number> {
  const { totalDocs } = await page.portal.count({
    collection: 'news',
    where,
    overrideAccess: false,
    user: page.viewer.user,
  })
  return totalDocs
}

const CARD_FIELDS = {
  title: true,
  slug: true,
  summary: true,
  cover: true,
  category: true,
  publishedAt: true,
  expiresAt: true,
  pinned: true,
} as const
