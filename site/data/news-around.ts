import { listTag, soonTag } from '#shared/cache-tags.ts'
import { currentNews, findNewsCards, type NewsCard } from './news-cards.ts'
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
  const shown = [article.id, ...article.chosenIds]
  const [related, newer, older] = await Promise.all([
    byTopics(page, article.topicIds, shown),
    inCategory(page, article, { publishedAt: { greater_than: article.publishedAt } }, NEWER),
    inCategory(page, article, { publishedAt: { less_than_equal: article.publishedAt } }, OLDER),
  ])
  return { related, newer, older }
}

function byTopics(page: PageContext, topicIds: readonly string[], shown: readonly string[]) {
  if (topicIds.length === 0) return Promise.resolve([])
  page.tag(...topicIds.map((id) => soonTag(listTag('news', id))))
  const where = currentNews(page, { topics: { in: [...topicIds] } }, { id: { not_in: [...shown] } })
  return findNewsCards(page, where, { limit: RELATED })
}

function inCategory(
  page: PageContext,
  { id, categoryId }: Position,
  side: { publishedAt: { greater_than: string } | { less_than_equal: string } },
  limit: number,
) {
  if (!categoryId) return Promise.resolve([])
  page.tag(soonTag(listTag('news', categoryId)))
  const isNewer = 'greater_than' in side.publishedAt
  const where = currentNews(
    page,
    { category: { equals: categoryId } },
    { id: { not_equals: id } },
    side,
  )
  return findNewsCards(page, where, {
    limit,
    sort: isNewer ? 'publishedAt' : '-publishedAt',
    withoutPictures: true,
  })
}
