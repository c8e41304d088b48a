import { documentTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { PageContext } from './page-context.ts'
import { published, reading } from './reading.ts'

/** A document of the library as another page refers to it. */
export interface CitedDocument {
  readonly label: string
  readonly abstract: string
  readonly path: string
}

/** Public documents in the order of their ids. */
export async function citedDocuments(
  page: PageContext,
  ids: readonly string[],
): Promise<CitedDocument[]> {
  if (ids.length === 0) return []
  page.tag(...ids.map((id) => documentTag('documents', id)))
  const { docs } = await page.portal.find({
    ...reading(page),
    collection: 'documents',
    where: published({ id: { in: [...ids] } }),
    select: { number: true, kind: true, abstract: true, slug: true },
  })
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  return ids.flatMap((id) => {
    const doc = byId.get(id)
    const path = doc && pathOf('documents', doc)
    if (!doc || !path) return []
    const label = [labelOf(DOCUMENT_KINDS, doc.kind), doc.number && `số ${doc.number}`]
    return { label: label.filter(Boolean).join(' '), abstract: doc.abstract, path }
  })
}
