import type { Where } from 'payload'
import { documentIdsIn, documentTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { PageContext } from '../page-context.ts'
import { READING, approved, published } from '../reading.ts'
import { plainText } from '../rich-text.ts'
import { SEARCHED, type ItemKey, type Searched } from '#site/search/item.ts'
import { resultKind } from '#site/search/kinds.ts'

/** A result, read afresh: what is no longer public is not among them. */
export interface Hit {
  readonly kind: string
  readonly title: string
  readonly path: string
  readonly excerpt: string
  /** Calendar date or ISO 8601 moment. */
  readonly date: string | null
}

/** What was found as results, in the same order. */
export async function loadHits(
  page: PageContext,
  found: readonly { readonly key: ItemKey; readonly passage?: string }[],
): Promise<Hit[]> {
  const keys = found.map(({ key }) => key)
  const loaded = await Promise.all(
    SEARCHED.map(async (collection) => {
      const ids = documentIdsIn(keys, collection)
      return ids.length > 0 ? LOADERS[collection](page, ids) : []
    }),
  )
  const byKey = new Map(loaded.flat())
  return found.flatMap(({ key, passage }) => {
    const hit = byKey.get(key)
    if (!hit) return []
    page.tag(key)
    return passage ? { ...hit, excerpt: passage } : hit
  })
}

type Loader = (page: PageContext, ids: string[]) => Promise<[key: string, hit: Hit][]>

const LOADERS: Record<Searched, Loader> = {
  news: async (page, ids) => {
    const select = { title: true, slug: true, summary: true, publishedAt: true } as const
    const { docs } = await page.portal.find({ ...options(page, ids), collection: 'news', select })
    return docs.flatMap((doc) => entry('news', doc, doc.title, doc.summary, doc.publishedAt))
  },
  documents: async (page, ids) => {
    const select = { kind: true, number: true, abstract: true, issuedAt: true, slug: true } as const
    const { docs } = await page.portal.find({
      ...options(page, ids),
      collection: 'documents',
      select,
    })
    return docs.flatMap((doc) => {
      const number = doc.number ? ` số ${doc.number}` : ''
      const title = `${labelOf(DOCUMENT_KINDS, doc.kind)}${number}`
      return entry('documents', doc, title, doc.abstract, doc.issuedAt)
    })
  },
  programmes: async (page, ids) => {
    const select = { title: true, slug: true, summary: true } as const
    const { docs } = await page.portal.find({
      ...options(page, ids),
      collection: 'programmes',
      select,
    })
    return docs.flatMap((doc) => entry('programmes', doc, doc.title, doc.summary))
  },
  products: async (page, ids) => {
    const select = { name: true, slug: true, summary: true } as const
    const { docs } = await page.portal.find({
      ...options(page, ids),
      collection: 'products',
      select,
    })
    return docs.flatMap((doc) => entry('products', doc, doc.name, doc.summary))
  },
  producers: async (page, ids) => {
    const select = { name: true, slug: true, introduction: true } as const
    const { docs } = await page.portal.find({
      ...options(page, ids),
      collection: 'producers',
      select,
    })
    return docs.flatMap((doc) => entry('producers', doc, doc.name, doc.introduction))
  },
  questions: async (page, ids) => {
    const select = { title: true, slug: true, answer: true } as const
    const { docs } = await page.portal.find({
      ...options(page, ids, approved(page, { id: { in: ids } })),
      collection: 'questions',
      select,
    })
    return docs.flatMap((doc) => entry('questions', doc, doc.title, plainText(doc.answer, 200)))
  },
  pages: async (page, ids) => {
    const select = { title: true, slug: true, summary: true } as const
    const { docs } = await page.portal.find({ ...options(page, ids), collection: 'pages', select })
    return docs.flatMap((doc) => entry('pages', doc, doc.title, doc.summary))
  },
}

function options(
  page: PageContext,
  ids: string[],
  where: Where = published(page, { id: { in: ids } }),
) {
  return { ...READING, where }
}

function entry(
  collection: Searched,
  doc: { id: string; slug?: string | null },
  title: string,
  excerpt?: string | null,
  date?: string | null,
): [string, Hit][] {
  const path = pathOf(collection, doc)
  if (!path) return []
  const hit = {
    kind: resultKind(collection).label,
    title,
    path,
    excerpt: excerpt ?? '',
    date: date ?? null,
  }
  return [[documentTag(collection, doc.id), hit]]
}
