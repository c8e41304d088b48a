import type { Where } from 'payload'
import { documentTag, globalTag, listTag } from '#shared/cache-tags.ts'
import type { Product } from '#shared/payload-types.ts'
import { pathOf } from '#shared/routes.ts'
import { todayInVietnam } from '#shared/vietnamese/dates.ts'
import type { PageContext } from './page-context.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { awardsToday, mainAward, type Award } from './product-awards.ts'
import { READING, idOf, idsOf, published } from './reading.ts'

/** A product as lists show it. */
export interface ProductCard {
  readonly id: string
  readonly path: string
  readonly name: string
  /** Name of the establishment that makes it. */
  readonly producer: string | null
  readonly pictureId: string | null
  readonly picture: Picture | null
  readonly award: Award | null
  readonly group: Product['group']
}

/** Products of the start page: those the editors chose, or the latest with a valid certificate. */
export async function featuredProducts(page: PageContext, limit: number): Promise<ProductCard[]> {
  page.tag(globalTag('home-page'))
  const { products } = await page.portal.findGlobal({
    slug: 'home-page',
    depth: 0,
    overrideAccess: false,
    select: { products: true },
  })
  const chosen = idsOf(products).slice(0, limit)
  if (chosen.length > 0) {
    // One that is not public yet may become so.
    page.tag(...chosen.map((id) => documentTag('products', id)))
    const cards = await findProductCards(page, published(page, { id: { in: chosen } }))
    return cards.toSorted((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id))
  }
  page.tag(listTag('products'))
  const thisYear = Number(todayInVietnam(page.now).slice(0, 4))
  const recent = published(page, { 'awards.year': { greater_than: thisYear - 3 } })
  return findProductCards(page, recent, { limit, sort: '-firstPublishedAt' })
}

interface CardOptions {
  readonly limit?: number
  readonly sort?: string
  /** {@link withPictures} adds them to those that are shown. */
  readonly withoutPictures?: boolean
}

/** Products as cards; producers and pictures come in one read each. */
export async function findProductCards(
  page: PageContext,
  where: Where,
  options: CardOptions = {},
): Promise<ProductCard[]> {
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'products',
    where,
    sort: options.sort ?? 'name',
    limit: options.limit ?? 0,
    select: CARD_FIELDS,
  })
  page.tag(...docs.map(({ id }) => documentTag('products', id)))
  const producers = await producerNames(page, idsOf(docs.map(({ producer }) => producer)))
  const cards = docs.flatMap((doc): ProductCard[] => {
    const path = pathOf('products', doc)
    if (!path) return []
    return [
      {
        id: doc.id,
        path,
        name: doc.name,
        producer: producers.get(idOf(doc.producer) ?? '') ?? null,
        pictureId: idsOf(doc.gallery)[0] ?? null,
        picture: null,
        award: mainAward(awardsToday(page, doc.awards)),
        group: doc.group,
      },
    ]
  })
  return options.withoutPictures ? cards : withPictures(page, cards)
}

/** The same cards with their pictures, in one read. */
export async function withPictures(
  page: PageContext,
  cards: readonly ProductCard[],
): Promise<ProductCard[]> {
  const ids = cards.flatMap(({ pictureId }) => pictureId ?? [])
  const pictures = await loadPictures(page, ids)
  return cards.map((card) => ({ ...card, picture: pictures.get(card.pictureId ?? '') ?? null }))
}

const CARD_FIELDS = {
  slug: true,
  name: true,
  producer: true,
  gallery: true,
  awards: true,
  group: true,
} as const

async function producerNames(page: PageContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  page.tag(...new Set(ids.map((id) => documentTag('producers', id))))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'producers',
    where: published(page, { id: { in: [...new Set(ids)] } }),
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}
