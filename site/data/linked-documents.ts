import { documentTag } from '#shared/cache-tags.ts'
import type { Document } from '#shared/payload-types.ts'
import { pathOf } from '#shared/routes.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import type { EffectStatus } from '#shared/vocabulary/effect-statuses.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { EFFECT_FIELDS, loadEffects } from './document-effects.ts'
import type { PageContext } from './page-context.ts'
import { READING, published } from './reading.ts'

/** A document as another page refers to it, with its effect today. */
export interface LinkedDocument {
  readonly id: string
  readonly path: string
  /** "Nghị định số", or the kind alone. */
  readonly kind: string
  /** "45/2012/NĐ-CP" */
  readonly number: string
  readonly abstract: string
  readonly status: EffectStatus
}

/** Fields that {@link linkDocuments} needs. */
export const LINKED_FIELDS = {
  slug: true,
  kind: true,
  number: true,
  abstract: true,
  ...EFFECT_FIELDS,
} as const

/** Public documents by id, in one read and one for their effect. */
export async function loadLinkedDocuments(
  page: PageContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedDocument>> {
  if (ids.length === 0) return new Map()
  // One that is not public yet may become so.
  page.tag(...ids.map((id) => documentTag('documents', id)))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'documents',
    where: published(page, { id: { in: [...new Set(ids)] } }),
    select: LINKED_FIELDS,
  })
  return linkDocuments(page, docs)
}

/** Documents that were read already, by id. */
export async function linkDocuments(
  page: PageContext,
  docs: readonly Pick<Document, 'id' | keyof typeof LINKED_FIELDS>[],
): Promise<ReadonlyMap<string, LinkedDocument>> {
  page.tag(...docs.map(({ id }) => documentTag('documents', id)))
  const effects = await loadEffects(page, docs)
  return new Map(
    docs.flatMap((doc) => {
      const path = pathOf('documents', doc)
      if (!path) return []
      const kind = labelOf(DOCUMENT_KINDS, doc.kind)
      const linked = {
        id: doc.id,
        path,
        kind: doc.number ? `${kind} số` : kind,
        number: doc.number ?? '',
        abstract: doc.abstract,
        status: effects.get(doc.id)?.status ?? 'unknown',
      } as const
      return [[doc.id, linked] as const]
    }),
  )
}
