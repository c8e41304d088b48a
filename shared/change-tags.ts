import { documentTag, listTag, pathTag } from './cache-tags.ts'
import { PUBLIC_COLLECTIONS, pathOf, type Addressable, type PublicCollection } from './routes.ts'

/** A stored row: relations are ids. */
export type ChangedRow = Addressable & { readonly id: string } & Readonly<Record<string, unknown>>

/**
 * Tags of all that shows a document as this row has it, or would show it: its own pages, the lists
 * in which it stands, and the path at which it is found. A change has those of the row before and
 * of the row after.
 */
export function tagsOfRow(collection: string, row: ChangedRow): string[] {
  const path = isPublicCollection(collection) ? pathOf(collection, row) : null
  return [
    documentTag(collection, row.id),
    ...(LISTS[collection] ?? plainList)(row, collection),
    ...(path ? [pathTag(path)] : []),
  ]
}

type ListsOf = (row: ChangedRow, collection: string) => string[]

const plainList: ListsOf = (_row, collection) => [listTag(collection)]

/** The lists of a collection, where they are more or less than the one of all. */
const LISTS: Readonly<Record<string, ListsOf>> = {
  news: (row) => [
    listTag('news'),
    ...idsIn(row.category, row.moreCategories, row.topics).map((id) => listTag('news', id)),
  ],
  // What a document does to others stands on their pages.
  documents: (row) => [
    listTag('documents'),
    ...targetsOf(row.relations).map((id) => documentTag('documents', id)),
  ],
  products: (row) => [
    listTag('products'),
    ...idsIn(row.group, row.producer).map((id) => listTag('products', id)),
  ],
  comments: (row) => idsIn(row.news).map((id) => listTag('comments', id)),
  redirects: (row) => (typeof row.from === 'string' ? [pathTag(row.from)] : []),
  media: () => [],
  files: () => [],
}

function idsIn(...values: readonly unknown[]): string[] {
  return values.flat().filter((value) => typeof value === 'string' && value !== '') as string[]
}

function targetsOf(relations: unknown): string[] {
  if (!Array.isArray(relations)) return []
  return idsIn((relations as readonly { target?: unknown }[]).map(({ target }) => target))
}

function isPublicCollection(collection: string): collection is PublicCollection {
  return (PUBLIC_COLLECTIONS as readonly string[]).includes(collection)
}
