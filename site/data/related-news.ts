import type { ListedNews } from '#cms/database/listed-news.ts'
import { documentTag } from '#shared/cache-tags.ts'
import type { NewsNow } from './news-index/news-now.ts'
import { ofMainCategory, ofTopic } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'

/** Shown beside an article. */
export const MOST_RELATED = 5
/** Of each topic and the category: the newest, and those that came out about when the article did. */
const NEWEST = 25
const ABOUT_THEN = 6

/** Beside how alike the titles are, which is 1 where they are the same (docs/decisions/014). */
const TOPIC = 0.1
const CATEGORY = 0.04
/** What shares no topic is related where its title says so. */
const LEAST_ALIKE = 0.04
/** A page that had to do without the search is made anew after this. */
const WITHOUT_SEARCH_MS = 10 * 60_000

/** An article, as it stands among the others. */
export interface NewsPosition {
  readonly id: string
  readonly title: string
  readonly categoryId: string | null
  readonly topicIds: readonly string[]
  readonly publishedAt: string
  readonly chosenIds: readonly string[]
}

/** News that share a topic or the category with an article, none of them chosen by the editor. */
export function maybeRelated(news: NewsNow, article: NewsPosition): ListedNews[] {
  const { id, categoryId, topicIds, chosenIds } = article
  const selections = [...topicIds.map(ofTopic), ...(categoryId ? [ofMainCategory(categoryId)] : [])]
  const moment = Date.parse(article.publishedAt)
  const found = new Set([
    ...news.cutOfAny(selections, NEWEST),
    ...selections.flatMap((selection) => [
      ...news.newerThan(moment, selection, ABOUT_THEN),
      ...news.olderThan(moment, selection, ABOUT_THEN),
    ]),
  ])
  return [...found].filter((other) => other.id !== id && !chosenIds.includes(other.id))
}

/** The most related of some news; where the search does not say, the newest that share a topic. */
export async function mostRelated(
  page: PageContext,
  { title, categoryId, topicIds }: NewsPosition,
  candidates: readonly ListedNews[],
): Promise<ListedNews[]> {
  const alike = candidates.length > 0 ? await likeness(page, title, candidates) : null
  const related = candidates.flatMap((news, at) => {
    const topics = news.topicIds.filter((id) => topicIds.includes(id)).length
    const share = alike?.[at] ?? 0
    if (topics === 0 && share < LEAST_ALIKE) return []
    const isOfCategory = categoryId !== null && news.categoryId === categoryId
    const rank = alike ? share + TOPIC * topics + (isOfCategory ? CATEGORY : 0) : 0
    return { news, rank }
  })
  return related
    .toSorted((a, b) => b.rank - a.rank || b.news.publishedAt - a.news.publishedAt)
    .slice(0, MOST_RELATED)
    .map(({ news }) => news)
}

async function likeness(
  page: PageContext,
  title: string,
  news: readonly ListedNews[],
): Promise<number[] | null> {
  if (!page.search) return null
  try {
    return await page.search.alike(
      title,
      news.map(({ id }) => documentTag('news', id)),
    )
  } catch {
    page.expires(new Date(page.now.getTime() + WITHOUT_SEARCH_MS))
    return null
  }
}
