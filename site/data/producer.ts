import { documentTag, listTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { PRODUCER_KINDS } from '#shared/vocabulary/producer-kinds.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { paragraphsOf } from './comments.ts'
import { contactPoints, type ContactPoint } from './contact-points.ts'
import type { PageContext } from './page-context.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { findProductCards, type ProductCard } from './products.ts'
import { idOf, published, readingDraft } from './reading.ts'

/** A rural industrial establishment with its products. */
export interface ProducerView {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly kind: string
  readonly address: string | null
  /** Commune or ward. */
  readonly unit: string | null
  readonly introduction: readonly string[]
  readonly picture: Picture | null
  readonly sectors: readonly string[]
  readonly contacts: readonly ContactPoint[]
  readonly products: readonly ProductCard[]
}

/** The establishment at /co-so/SLUG as the viewer may see it; `null` when there is none. */
export async function producerBySlug(
  page: PageContext,
  slug: string,
): Promise<ProducerView | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingDraft(page),
    collection: 'producers',
    where: page.viewer.preview ? atSlug : published(page, atSlug),
    limit: 1,
  })
  const doc = docs[0]
  const path = doc && pathOf('producers', doc)
  if (!doc || !path) return null
  page.tag(documentTag('producers', doc.id), listTag('products', doc.id))
  const pictureId = idOf(doc.picture)
  const [pictures, products] = await Promise.all([
    loadPictures(page, pictureId ? [pictureId] : []),
    findProductCards(page, published(page, { producer: { equals: doc.id } })),
  ])
  return {
    id: doc.id,
    path,
    name: doc.name,
    kind: labelOf(PRODUCER_KINDS, doc.kind),
    address: doc.address || null,
    unit: doc.unit || null,
    introduction: paragraphsOf(doc.introduction ?? ''),
    picture: pictures.get(pictureId ?? '') ?? null,
    sectors: (doc.sectors ?? []).map((value) => labelOf(SECTORS, value)),
    contacts: contactPoints(doc.contacts),
    products,
  }
}
