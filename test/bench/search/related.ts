import { join } from 'node:path'
import type { Payload } from 'payload'
import { closeDatabase } from '#cms/database/close-database.ts'
import { openPortal } from '#cms/load-payload.ts'
import { sampleId } from '#cms/sample/sample-item.ts'
import { readConfig } from '#shared/config.ts'
import { currentNews } from '#site/data/news-cards.ts'
import { createPageContext } from '#site/data/page-context.ts'
import { idOf, idsOf } from '#site/data/reading.ts'
import { maybeRelated, mostRelated } from '#site/data/related-news.ts'
import { portalContent } from '#site/data/search/content/portal-content.ts'
import { localSearch } from '#site/search/local-search.ts'
import type { Search } from '#site/search/question.ts'
import { JUDGED_RELATED } from './judged-related.ts'

/** How many of the related news a reader looks at. */
const LOOKED_AT = 3

/**
 * How well "Tin liên quan" is ordered on the sample content of the database of the environment: the
 * share of what readers would want next among the first ones, by topics alone and by the index.
 */
export async function relatedShares() {
  const config = readConfig()
  const portal = await openPortal(config)
  const search = localSearch(join(config.dataDir, 'related.db'), portalContent(portal))
  try {
    return {
      articles: Object.keys(JUDGED_RELATED).length,
      byTopics: await shareFound(portal, null),
      byIndex: await shareFound(portal, search),
    }
  } finally {
    search.close()
    await closeDatabase(portal)
  }
}

/** The mean of all articles. */
async function shareFound(portal: Payload, search: Search | null): Promise<number> {
  const shares: number[] = []
  for (const [key, wanted] of Object.entries(JUDGED_RELATED)) {
    const first = await firstRelated(portal, sampleId('news', key), search)
    const found = wanted.filter((other) => first.includes(sampleId('news', other)))
    shares.push(found.length / Math.min(wanted.length, LOOKED_AT))
  }
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** As if the editor had chosen none: what is chosen is not among the related. */
async function firstRelated(portal: Payload, id: string, search: Search | null) {
  const { page } = createPageContext(portal, undefined, new Date(), null, undefined, search)
  const { title, category, topics, publishedAt } = await portal.findByID({
    collection: 'news',
    id,
    depth: 0,
  })
  const article = {
    id,
    title,
    categoryId: idOf(category),
    topicIds: idsOf(topics),
    publishedAt: publishedAt ?? '',
    chosenIds: [],
  }
  const candidates = maybeRelated(await currentNews(page), article)
  const related = await mostRelated(page, article, candidates)
  return related.slice(0, LOOKED_AT).map((news) => news.id)
}
