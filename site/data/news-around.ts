import { documentTag, listTag, soonTag } from '#shared/cache-tags.ts'
import { currentNews, newsCards, readCardsAhead, type NewsCard } from './news-cards.ts'
import type { NewsNow } from './news-index/news-now.ts'
import { ofMainCategory } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'
import { maybeRelated, MOST_RELATED, mostRelated, type NewsPosition } from './related-news.ts'

const NEWER = 3
const OLDER = 5

/** News that stand with an article. */
export interface NewsAround {
  /** By the editor, in the editor's order. */
  readonly chosen: readonly NewsCard[]
  /** Of its topics or its category, the most alike first. */
  readonly related: readonly NewsCard[]
  /** Others of its category, the nearest first. */
  readonly newer: readonly NewsCard[]
  readonly older: readonly NewsCard[]
}

/** The editor's choice, related news, and the newer and older ones of the same category. */
export async function newsAround(page: PageContext, article: NewsPosition): Promise<NewsAround> {
  const { categoryId, chosenIds, topicIds } = article
  // One of the chosen that is not out yet may come.
  page.tag(...chosenIds.map((id) => documentTag('news', id)))
  page.tag(...[...topicIds, categoryId ?? []].flat().map((of) => soonTag(listTag('news', of))))
  const news = await currentNews(page)
  const chosen = chosenIds.flatMap((id) => news.get(id) ?? [])
  const candidates = maybeRelated(news, article)
  const near = inCategory(news, article, MOST_RELATED + chosen.length)
  const related = await mostRelated(page, article, candidates)
  const above = new Set([...chosen, ...related].map(({ id }) => id))
  const newer = near.newer.filter(({ id }) => !above.has(id)).slice(0, NEWER)
  const older = near.older.filter(({ id }) => !above.has(id)).slice(0, OLDER)
  await readCardsAhead(page, [...chosen, ...related, ...newer, ...older])
  const titles = { withoutPictures: true }
  return {
    chosen: await newsCards(page, chosen),
    related: await newsCards(page, related),
    newer: await newsCards(page, newer, titles),
    older: await newsCards(page, older, titles),
  }
}

/** @param more than are shown: some of them may stand above already */
function inCategory(news: NewsNow, { id, categoryId, publishedAt }: NewsPosition, more: number) {
  if (!categoryId) return { newer: [], older: [] }
  const category = ofMainCategory(categoryId)
  const moment = Date.parse(publishedAt)
  return {
    newer: news.newerThan(moment, category, NEWER + more),
    older: news.olderThan(moment, category, OLDER + more + 1).filter((other) => other.id !== id),
  }
}
