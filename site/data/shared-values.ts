import { documentTag } from '#shared/cache-tags.ts'
import type { LoadedById } from './kept-documents.ts'
import type { PageContext } from './page-context.ts'

/**
 * Loads something that all pages share: from what this process keeps, and where nothing is kept
 * (for a preview) once a page, however many parts of it ask.
 */
export function shared<Value>(name: string, load: (page: PageContext) => Promise<Value>) {
  const loading = new WeakMap<PageContext, Promise<Value>>()
  return (page: PageContext): Promise<Value> => {
    const known = loading.get(page)
    if (known) return known
    const value = page.kept ? page.kept.share(page, name, load) : load(page)
    loading.set(page, value)
    return value
  }
}

/**
 * Loads what pages show of single documents, and of nothing else: each is kept in this process until
 * it changes.
 * @param view names what is shown of a document
 */
export async function sharedDocuments<Value>(
  page: PageContext,
  collection: string,
  ids: readonly string[],
  view: string,
  load: (ids: readonly string[]) => Promise<LoadedById<Value>>,
): Promise<LoadedById<Value>> {
  if (ids.length === 0) return new Map()
  if (page.kept) return page.kept.documents.share(page, collection, ids, view, load)
  page.tag(...ids.map((id) => documentTag(collection, id)))
  return load([...new Set(ids)])
}
