import { documentTag, listTag } from '#shared/cache-tags.ts'
import type { Product } from '#shared/payload-types.ts'
import { pathOf, ROUTES } from '#shared/routes.ts'
import { PRODUCT_GROUPS } from '#shared/vocabulary/product-awards.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { contactPoints, type ContactPoint } from './contact-points.ts'
import type { PageContext } from './page-context.ts'
import { placeInWords } from '#shared/vietnamese/places.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { awardsToday, mainAward, type Award } from './product-awards.ts'
import { findProductCards, type ProductCard } from './products.ts'
import { READING, idOf, idsOf, published, readingDraft } from './reading.ts'
import { plainText, renderRichText } from './rich-text.ts'

/** A product with all that stands on its page. */
export interface ProductView {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly summary: string | null
  /** For machines: the summary, or how the text begins. */
  readonly description: string
  readonly groupLabel: string
  /** The list of its group. */
  readonly groupPath: string
  readonly isSet: boolean
  readonly pictures: readonly Picture[]
  readonly producer: Maker | null
  /** Newest first. */
  readonly awards: readonly Award[]
  readonly mainAward: Award | null
  readonly contacts: readonly ContactPoint[]
  readonly html: string
  readonly sameGroup: readonly ProductCard[]
}

/** The establishment that makes it. */
export interface Maker {
  readonly name: string
  readonly path: string | null
  /** "Thôn Đông, xã Tân Mỹ" */
  readonly address: string | null
}

const SAME_GROUP = 4

/** The product at /san-pham/SLUG as the viewer may see it; `null` when there is none. */
export async function productBySlug(page: PageContext, slug: string): Promise<ProductView | null> {
  const doc = await findProduct(page, slug)
  const path = doc && pathOf('products', doc)
  if (!doc || !path) return null
  page.tag(documentTag('products', doc.id), listTag('products', doc.group))
  const galleryIds = idsOf(doc.gallery)
  const [pictures, producer, text, sameGroup] = await Promise.all([
    loadPictures(page, galleryIds),
    loadMaker(page, idOf(doc.producer)),
    renderRichText(page, doc.description),
    productsOfGroup(page, doc),
  ])
  const awards = awardsToday(page, doc.awards)
  return {
    id: doc.id,
    path,
    name: doc.name,
    summary: doc.summary || null,
    description: doc.summary || plainText(doc.description, 160),
    groupLabel: labelOf(PRODUCT_GROUPS, doc.group),
    groupPath: `${ROUTES.products}?${new URLSearchParams({ nhom: doc.group })}`,
    isSet: doc.isSet ?? false,
    pictures: galleryIds.flatMap((id) => pictures.get(id) ?? []),
    producer,
    awards,
    mainAward: mainAward(awards),
    contacts: contactPoints(doc.contacts),
    html: text.html,
    sameGroup,
  }
}

async function findProduct(page: PageContext, slug: string): Promise<Product | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingDraft(page),
    collection: 'products',
    where: page.viewer.preview ? atSlug : published(page, atSlug),
    limit: 1,
  })
  return docs[0] ?? null
}

async function loadMaker(page: PageContext, id: string | null): Promise<Maker | null> {
  if (!id) return null
  page.tag(documentTag('producers', id))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'producers',
    where: published(page, { id: { equals: id } }),
    limit: 1,
    select: { name: true, slug: true, address: true, unit: true },
  })
  const maker = docs[0]
  if (!maker) return null
  return {
    name: maker.name,
    path: pathOf('producers', maker),
    address: placeInWords(maker.address, maker.unit),
  }
}

function productsOfGroup(page: PageContext, { id, group }: Product): Promise<ProductCard[]> {
  const others = published(page, { group: { equals: group } }, { id: { not_equals: id } })
  return findProductCards(page, others, { limit: SAME_GROUP, sort: '-firstPublishedAt' })
}
