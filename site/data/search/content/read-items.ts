import type { Payload } from 'payload'
import { documentTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import type { SearchItem, Searched } from '#site/search/item.ts'
import { SOURCES, type OwnWords } from './sources.ts'

/** As much of a document as has an address. */
export interface Doc {
  readonly id: string
  readonly slug?: string | null
}

/** Options of a reading that leaves nothing out. */
export const ALL = { pagination: false, limit: 0 } as const

/** Those of a collection with these ids that are public now, in the words that readers see. */
export async function readItems(
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
