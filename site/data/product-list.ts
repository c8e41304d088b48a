import { listTag } from '#shared/cache-tags.ts'
import { ROUTES } from '#shared/routes.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import { AWARD_LEVELS, PRODUCT_GROUPS, type AwardLevel } from '#shared/vocabulary/product-awards.ts'
import { allows, countValues, createFinder, facet, type Finder } from './finder.ts'
import type { PageContext } from './page-context.ts'
import { findProductCards, withPictures, type ProductCard } from './products.ts'
import { published } from './reading.ts'

const PAGE_SIZE = 18

/** A page of the products. */
export interface ProductList {
  readonly finder: Finder
  readonly cards: readonly ProductCard[]
  readonly count: number
  /** Of all, those with a certificate in force. */
  readonly certifiedCount: number
  readonly page: number
  readonly pageCount: number
}

/** A page of the products that the query asks for; `null` when there is no such page. */
export async function productList(
  page: PageContext,
  query: URLSearchParams,
  number: number,
): Promise<ProductList | null> {
  page.tag(listTag('products'))
  const all = await findProductCards(page, published(page), { withoutPictures: true })
  const finder = productFinder(query, all)
  const found = all.filter((card) => isAskedFor(finder, card)).toSorted(compareCards)
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  if (number > pageCount) return null
  const shown = found.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
  return {
    finder,
    cards: await withPictures(page, shown),
    count: found.length,
    certifiedCount: all.filter(isCertified).length,
    page: number,
    pageCount,
  }
}

function productFinder(query: URLSearchParams, all: readonly ProductCard[]): Finder {
  const years = countValues(all.flatMap(yearOf))
  return createFinder(ROUTES.products, query, [
    facet(query, 'cap', 'Cấp chứng nhận', AWARD_LEVELS.toReversed(), {
      counts: countValues(all.flatMap(({ award }) => award?.level ?? [])),
    }),
    facet(query, 'nhom', 'Nhóm', PRODUCT_GROUPS, {
      counts: countValues(all.map(({ group }) => group)),
    }),
    facet(
      query,
      'nam',
      'Năm chứng nhận',
      [...years.keys()]
        .toSorted()
        .toReversed()
        .map((year) => ({ value: year, label: year })),
      { isFolded: true, counts: years },
    ),
  ])
}

function isAskedFor(finder: Finder, card: ProductCard): boolean {
  const text = fold(`${card.name} ${card.producer ?? ''}`)
  const words = fold(finder.q).split(' ')
  return (
    words.every((word) => text.includes(word)) &&
    allows(finder, 'cap', card.award ? [card.award.level] : []) &&
    allows(finder, 'nhom', [card.group]) &&
    allows(finder, 'nam', yearOf(card))
  )
}

function yearOf({ award }: ProductCard): string[] {
  return award ? [String(award.year)] : []
}

function isCertified({ award }: ProductCard): boolean {
  return award !== null && award.validity.state !== 'expired'
}

/** Certificates in force first, the highest level before the others, then the newest. */
function compareCards(a: ProductCard, b: ProductCard): number {
  return (
    Number(isCertified(b)) - Number(isCertified(a)) ||
    rank(b.award?.level) - rank(a.award?.level) ||
    (b.award?.year ?? 0) - (a.award?.year ?? 0) ||
    a.name.localeCompare(b.name, 'vi')
  )
}

function rank(level: AwardLevel | undefined): number {
  return AWARD_LEVELS.findIndex(({ value }) => value === level)
}
