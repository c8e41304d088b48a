import { listTag, soonTag } from '#shared/cache-tags.ts'
import { currentNews, newsCards, type NewsCard } from './news-cards.ts'
import { ofMainCategory, ofTopic } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'

const RELATED = 5
const NEWER = 3
const OLDER = 5

/** News that stand beside an article. */
export interface NewsAround {
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
  /** Shown already, as the editor's choice. */
  readonly chosenIds: readonly string[]
}

/** News by shared topics, and the newer and older ones of the same category. */
export async function newsAround(page: PageContext, article: Position): Promise<NewsAround> {
  const [related, { newer, older }] = await Promise.all([
    byTopics(page, article),
    inCategory(page, article),
  ])
  return { related, newer, older }
}

async function byTopics(page: PageContext, { id, topicIds, chosenIds }: Position) {
  if (topicIds.length === 0) return []
  page.tag(...topicIds.map((topic) => soonTag(listTag('news', topic))))
  const shown = [id, ...chosenIds]
  const news = (await currentNews(page)).cutOfAny(topicIds.map(ofTopic), RELATED + shown.length)
  return newsCards(page, news.filter((other) => !shown.includes(other.id)).slice(0, RELATED))
}

async function inCategory(page: PageContext, { id, categoryId, publishedAt }: Position) {
  if (!categoryId) return { newer: [], older: [] }
  page.tag(soonTag(listTag('news', categoryId)))
  const news = await currentNews(page)
  const category = ofMainCategory(categoryId)
  const moment = Date.parse(publishedAt)
  const titles = { withoutPictures: true }
  const older = news
    .olderThan(moment, category, OLDER + 1)
    .filter((other) => other.id !== id)
    .slice(0, OLDER)
  return {
    newer: await newsCards(page, news.newerThan(moment, category, NEWER), titles),
    older: await newsCards(page, older, titles),
  }
}
