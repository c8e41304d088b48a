import { setImmediate as otherWork } from 'node:timers/promises'
import type { Payload } from 'payload'
import { changeLogOf } from '#cms/database/change-log.ts'
import { LISTED_AT_ONCE, newsListingOf, type ListedNews } from '#cms/database/listed-news.ts'
import { documentIdsIn, documentTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import type { SearchContent } from '#site/search/content.ts'
import { SEARCHED, type ItemKey, type SearchItem, type Searched } from '#site/search/item.ts'
import { SOURCES, type OwnWords } from './sources.ts'

interface Doc {
  readonly id: string
  readonly slug?: string | null
}

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
        SEARCHED.map((collection) => itemsOf(portal, collection, documentIdsIn(keys, collection))),
      )
      return groups.flat()
    },
    synonyms: async () => {
      const { synonyms } = await portal.findGlobal({ slug: 'search-words', depth: 0 })
      return (synonyms ?? []).map(({ short, full }) => [short, full])
    },
  }
}

const ALL = { pagination: false, limit: 0 } as const

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

async function itemsOf(
  portal: Payload,
  collection: Searched,
  ids: readonly string[],
): Promise<SearchItem[]> {
  if (ids.length === 0) return []
  const { where, select, words } = SOURCES[collection]
  const { docs } = await portal.db.find<Doc>({
    ...ALL,
    collection,
    where: { and: [where, { id: { in: ids } }] },
    select,
  })
  const read = docs.flatMap((doc) => {
    const own = words(doc)
    const path = pathOf(collection, doc)
    return own && path ? [{ id: doc.id, path, own }] : []
  })
  const [files, producers] = await Promise.all([
    fileWords(
      portal,
      read.flatMap(({ own }) => own.fileIds ?? []),
    ),
    producerNames(
      portal,
      read.flatMap(({ own }) => own.producerId ?? []),
    ),
  ])
  return read.map(({ id, path, own }) => item(collection, id, path, own, files, producers))
}

type WordsById = ReadonlyMap<string, string>

function item(
  collection: Searched,
  id: string,
  path: string,
  own: OwnWords,
  files: WordsById,
  producers: WordsById,
): SearchItem {
  const { fileIds = [], producerId } = own
  const producer = producerId ? producers.get(producerId) : null
  return {
    collection,
    id,
    path,
    title: own.title,
    number: own.number ?? '',
    summary: own.summary ?? '',
    details: [producer, ...(own.details ?? [])].filter(Boolean).join('. '),
    body: own.body ?? '',
    files: fileIds.map((file) => files.get(file) ?? '').join('. '),
    date: own.date ?? null,
    expiresAt: own.expiresAt ?? null,
    categoryIds: own.categoryIds ?? [],
    parts: [
      ...fileIds.map((file) => documentTag('files', file)),
      ...(producerId ? [documentTag('producers', producerId)] : []),
    ],
  }
}

interface StoredFile extends Doc {
  readonly title?: string | null
  readonly filename?: string | null
  readonly text?: string | null
}

async function fileWords(portal: Payload, ids: readonly string[]): Promise<WordsById> {
  if (ids.length === 0) return new Map()
  const { docs } = await portal.db.find<StoredFile>({
    ...ALL,
    collection: 'files',
    where: { id: { in: ids } },
    select: { title: true, filename: true, text: true },
  })
  return new Map(
    docs.map(({ id, title, filename, text }) => [
      id,
      [title ?? filename, text].filter(Boolean).join('. '),
    ]),
  )
}

async function producerNames(portal: Payload, ids: readonly string[]): Promise<WordsById> {
  if (ids.length === 0) return new Map()
  const { docs } = await portal.db.find<Doc & { readonly name: string }>({
    ...ALL,
    collection: 'producers',
    where: { and: [SOURCES.producers.where, { id: { in: ids } }] },
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}
