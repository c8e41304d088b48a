import type { Where } from 'payload'
import { documentTag, listTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import type { EffectStatus } from '#shared/vocabulary/effect-statuses.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { EFFECT_FIELDS, loadEffects } from './document-effects.ts'
import type { PageContext } from './page-context.ts'
import { READING, published } from './reading.ts'

/** A document of the library as lists show it. */
export interface DocumentCard {
  readonly id: string
  readonly path: string
  /** "Nghị định" */
  readonly kind: string
  /** "45/2012/NĐ-CP", or what stands in where there is none. */
  readonly number: string
  readonly abstract: string
  /** "Bộ Tài chính, Bộ Công Thương" */
  readonly issuers: string
  /** `YYYY-MM-DD` */
  readonly issuedAt: string | null
  readonly status: EffectStatus
}

export const WITHOUT_NUMBER = 'Không số'

/** Newest by the date of issue, for the start page. */
export async function newestDocuments(page: PageContext, limit: number): Promise<DocumentCard[]> {
  page.tag(listTag('documents'))
  return findDocumentCards(page, published(page), { limit })
}

/** Documents as cards with their effect today, newest first. Two reads. */
export async function findDocumentCards(
  page: PageContext,
  where: Where,
  options: { readonly limit?: number; readonly page?: number } = {},
): Promise<DocumentCard[]> {
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'documents',
    where,
    sort: '-issuedAt',
    limit: options.limit ?? 0,
    page: options.page ?? 1,
    select: { ...CARD_FIELDS, ...EFFECT_FIELDS },
  })
  page.tag(...docs.map(({ id }) => documentTag('documents', id)))
  const effects = await loadEffects(page, docs)
  return docs.flatMap((doc) => {
    const path = pathOf('documents', doc)
    if (!path) return []
    return {
      id: doc.id,
      path,
      kind: labelOf(DOCUMENT_KINDS, doc.kind),
      number: doc.number || WITHOUT_NUMBER,
      abstract: doc.abstract,
      issuers: (doc.issuers ?? []).join(', '),
      issuedAt: doc.issuedAt ?? null,
      status: effects.get(doc.id)?.status ?? 'unknown',
    }
  })
}

/** How many documents meet a condition. */
export async function countDocuments(page: PageContext, where: Where): Promise<number> {
  const { totalDocs } = await page.portal.count({
    collection: 'documents',
    where,
    overrideAccess: false,
  })
  return totalDocs
}

const CARD_FIELDS = {
  slug: true,
  kind: true,
  number: true,
  abstract: true,
  issuers: true,
  issuedAt: true,
} as const
