import { setImmediate as otherWork } from 'node:timers/promises'
import type { Payload } from 'payload'
import { changeLogOf } from '#cms/database/change-log.ts'
import { LISTED_AT_ONCE, newsListingOf, type ListedNews } from '#cms/database/listed-news.ts'
import { documentIdsIn, documentTag } from '#shared/cache-tags.ts'
import type { SearchContent } from '#site/search/content.ts'
import { SEARCHED, type ItemKey, type Searched } from '#site/search/item.ts'
import { ALL, readItems, type Doc } from './read-items.ts'
import { SOURCES } from './sources.ts'

/**
 * What of a portal's content is searched. It is read past access and hooks, which take many times as
 * long for a hundred thousand; so each source says itself what is public.
 */
export function portalContent(portal: Payload): SearchContent {
  const log = changeLogOf(portal)
  return {
    end: () => log.end(),
    since: (position) => log.since(position),
    keys: async () => {
      const news = await newsKeys(portal)
      const others = await Promise.all(
        SEARCHED.map((collection) =>
          collection === 'news' ? Promise.resolve([]) : keysOf(portal, collection),
        ),
      )
      return [...news, ...others.flat()]
    },
    items: async (keys) => {
      const groups = await Promise.all(
        SEARCHED.map((collection) =>
          readItems(portal, collection, documentIdsIn(keys, collection)),
        ),
      )
      return groups.flat()
    },
    synonyms: async () => {
      const { synonyms } = await portal.findGlobal({ slug: 'search-words', depth: 0 })
      return (synonyms ?? []).map(({ short, full }) => [short, full])
    },
  }
}

/** From the oldest to the newest, without those whose time is over. */
async function newsKeys(portal: Payload): Promise<ItemKey[]> {
  const listing = newsListingOf(portal)
  const now = Date.now()
  const all: ListedNews[] = []
  for (let last = ''; ;) {
    const some = await listing.after(last)
    all.push(...some.filter(({ expiresAt }) => expiresAt === null || expiresAt > now))
    const end = some.at(-1)
    if (!end || some.length < LISTED_AT_ONCE) break
    last = end.id
    await otherWork()
  }
  return all
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
    .map(({ id }) => documentTag('news', id))
}

async function keysOf(portal: Payload, collection: Searched): Promise<ItemKey[]> {
  const { docs } = await portal.db.find<Doc>({
    ...ALL,
    collection,
    where: SOURCES[collection].where,
    sort: 'createdAt',
    select: { slug: true },
  })
  return docs.map(({ id }) => documentTag(collection, id))
}
