import type { ListedNews } from '#cms/database/listed-news.ts'
import { pathOf } from '#shared/routes.ts'
import { loadCategories, type Category } from './categories.ts'
import type { NewsNow } from './news-index/news-now.ts'
import type { PageContext } from './page-context.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { READING, idOf, published } from './reading.ts'
import { sharedDocuments } from './shared-values.ts'

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

/**
 * The news that are out and have not expired. The page changes when the next one comes out that
 * waits for its hour.
 */
export async function currentNews(page: PageContext): Promise<NewsNow> {
  const news = await page.news.at(page.now)
  const next = news.nextPublication()
  if (next) page.expires(next)
  return news
}

/** Listed news as cards, in the same order; the page changes when the first of them expires. */
export async function newsCards(
  page: PageContext,
  listed: readonly ListedNews[],
  { withoutPictures = false } = {},
): Promise<NewsCard[]> {
  const ids = listed.map(({ id }) => id)
  const [{ byId }, texts] = await Promise.all([loadCategories(page), loadTexts(page, ids)])
  const covers = listed.flatMap(({ id }) => texts.get(id)?.coverId ?? [])
  const pictures = await loadPictures(page, withoutPictures ? [] : covers)
  return listed.flatMap(({ id, categoryId, expiresAt, isPinned }) => {
    const text = texts.get(id)
    if (!text) return []
    if (expiresAt !== null) page.expires(new Date(expiresAt))
    const { coverId, ...shown } = text
    return {
      ...shown,
      id,
      picture: pictures.get(coverId ?? '') ?? null,
      category: byId.get(categoryId ?? '') ?? null,
      pinned: isPinned,
    }
  })
}

/** Reads what several lists of cards need in one go. */
export async function readCardsAhead(
  page: PageContext,
  listed: readonly ListedNews[],
): Promise<void> {
  if (!page.kept) return
  await loadTexts(
    page,
    listed.map(({ id }) => id),
  )
}

/** What a card says by itself. */
interface CardText extends Pick<NewsCard, 'title' | 'path' | 'summary' | 'publishedAt'> {
  readonly coverId: string | null
}

function loadTexts(page: PageContext, ids: readonly string[]) {
  return sharedDocuments<CardText>(page, 'news', ids, 'card', async (wanted) => {
    const { docs } = await page.portal.find({
      ...READING,
      collection: 'news',
      where: published(page, { id: { in: [...wanted] } }),
      select: { title: true, slug: true, summary: true, cover: true, publishedAt: true },
    })
    const texts = new Map<string, CardText>()
    for (const doc of docs) {
      const path = pathOf('news', doc)
      if (!path || !doc.publishedAt) continue
      const { id, title, publishedAt } = doc
      const coverId = idOf(doc.cover)
      texts.set(id, { title, path, summary: doc.summary ?? null, publishedAt, coverId })
    }
    return texts
  })
}
