import { ROUTES } from '#shared/routes.ts'
import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import { allows, countValues, createFinder, facet, type Finder } from './finder.ts'
import type { PageContext } from './page-context.ts'
import { loadHits, type Hit } from './search/hits.ts'
import { RESULT_KINDS, resultKind } from './search/kinds.ts'
import { matching } from './search/match.ts'
import { queryMeant } from './search/meant.ts'
import { titleIndex, type Entry } from './search/title-index.ts'
import { queryPage } from './split-page.ts'

export { markWords } from './search/match.ts'
export type { Hit } from './search/hits.ts'

const PAGE_SIZE = 15
const NEWEST = 'moi-nhat'

export interface SearchPage {
  readonly finder: Finder
  /** Where what was typed finds nothing: what may have been meant, whose results these are. */
  readonly meant: string | null
  readonly hits: readonly Hit[]
  readonly count: number
  readonly page: number
  readonly pageCount: number
  /** What the finder understood, with the order. */
  readonly query: URLSearchParams
  readonly orders: readonly {
    readonly label: string
    readonly path: string
    readonly isChosen: boolean
  }[]
}

/**
 * What the titles and numbers of all public content have of a query, marks or no marks, of the
 * chosen kinds and years. A page number past the end gives the last page.
 */
export async function searchPage(page: PageContext, asked: URLSearchParams): Promise<SearchPage> {
  const typed = createFinder(ROUTES.search, asked, []).q
  const direct = typed ? matching(await titleIndex(page), typed) : []
  const meant = typed && direct.length === 0 ? await queryMeant(page, typed) : null
  const found = meant ? matching(await titleIndex(page), meant) : direct
  const finder = createFinder(ROUTES.search, asked, facetsOf(asked, found))
  const isNewest = asked.get('xep') === NEWEST
  const chosen = found.filter(
    (entry) =>
      allows(finder, 'loai', [kindOf(entry)]) && allows(finder, 'nam', [yearOf(entry) ?? '']),
  )
  const ordered = isNewest ? chosen.toSorted((a, b) => (a.date < b.date ? 1 : -1)) : chosen
  const pageCount = Math.max(1, Math.ceil(ordered.length / PAGE_SIZE))
  const current = Math.min(queryPage(asked), pageCount)
  return {
    finder,
    meant,
    hits: await loadHits(page, ordered.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)),
    count: ordered.length,
    page: current,
    pageCount,
    query: inOrder(finder.query, isNewest),
    orders: [
      { label: 'Phù hợp nhất', path: address(finder.query, false), isChosen: !isNewest },
      { label: 'Mới nhất', path: address(finder.query, true), isChosen: isNewest },
    ],
  }
}

/** Counts are those of all that the words find. */
function facetsOf(asked: URLSearchParams, found: readonly Entry[]) {
  const years = countValues(found.flatMap((entry) => yearOf(entry) ?? []))
  const terms = [...years.keys()]
    .toSorted()
    .toReversed()
    .map((year) => ({ value: year, label: year }))
  return [
    facet(asked, 'loai', 'Loại', RESULT_KINDS, { counts: countValues(found.map(kindOf)) }),
    facet(asked, 'nam', 'Năm', terms, { counts: years, isFolded: true }),
  ]
}

function kindOf({ collection }: Entry): string {
  return resultKind(collection).value
}

/** Of news and documents; the others have no date that tells a reader anything. */
function yearOf({ collection, date }: Entry): string | null {
  if (!date || (collection !== 'news' && collection !== 'documents')) return null
  return (collection === 'news' ? dateInVietnam(date) : date).slice(0, 4)
}

function inOrder(query: URLSearchParams, isNewest: boolean): URLSearchParams {
  const ordered = new URLSearchParams(query)
  if (isNewest) ordered.set('xep', NEWEST)
  return ordered
}

function address(query: URLSearchParams, isNewest: boolean): string {
  return `${ROUTES.search}?${inOrder(query, isNewest)}`
}
