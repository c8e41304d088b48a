import type { ListedNews } from '#cms/database/listed-news.ts'
import { documentTag, listTag, soonTag } from '#shared/cache-tags.ts'
import { currentNews, newsCards, readCardsAhead, type NewsCard } from './news-cards.ts'
import type { NewsNow } from './news-index/news-now.ts'
import { ofMainCategory, ofTopic } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'

const RELATED = 5
const NEWER = 3
const OLDER = 5

/** News that stand with an article. */
export interface NewsAround {
  /** By the editor, in the editor's order. */
  readonly chosen: readonly NewsCard[]
  /** Sharing a topic with it. */
  readonly related: readonly NewsCard[]
  /** Of its category, the nearest first. */
  readonly newer: readonly NewsCard[]
  readonly older: readonly NewsCard[]
}

interface Position {
  readonly id: string
  readonly categoryId: string | null
  readonly topicIds: readonly string[]
  readonly publishedAt: string
  readonly chosenIds: readonly string[]
}

/** The editor's choice, news by shared topics, and the newer and older ones of the same category. */
export async function newsAround(page: PageContext, article: Position): Promise<NewsAround> {
  const { categoryId, chosenIds, topicIds } = article
  // One of the chosen that is not out yet may come.
  page.tag(...chosenIds.map((id) => documentTag('news', id)))
  page.tag(...[...topicIds, categoryId ?? []].flat().map((of) => soonTag(listTag('news', of))))
  const news = await currentNews(page)
  const chosen = chosenIds.flatMap((id) => news.get(id) ?? [])
  const related = byTopics(news, article)
  const { newer, older } = inCategory(news, article)
  await readCardsAhead(page, [...chosen, ...related, ...newer, ...older])
  const titles = { withoutPictures: true }
  return {
    chosen: await newsCards(page, chosen),
    related: await newsCards(page, related),
    newer: await newsCards(page, newer, titles),
    older: await newsCards(page, older, titles),
  }
}

function byTopics(news: NewsNow, { id, topicIds, chosenIds }: Position): ListedNews[] {
  const shown = [id, ...chosenIds]
  return news
    .cutOfAny(topicIds.map(ofTopic), RELATED + shown.length)
    .filter((other) => !shown.includes(other.id))
    .slice(0, RELATED)
}

function inCategory(news: NewsNow, { id, categoryId, publishedAt }: Position) {
  if (!categoryId) return { newer: [], older: [] }
  const category = ofMainCategory(categoryId)
  const moment = Date.parse(publishedAt)
  return {
    newer: news.newerThan(moment, category, NEWER),
    older: news
      .olderThan(moment, category, OLDER + 1)
      .filter((other) => other.id !== id)
      .slice(0, OLDER),
  }
}
