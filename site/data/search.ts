import type { NamedWord } from '#shared/search/named-words.ts'
import { ROUTES } from '#shared/routes.ts'
import { RESULT_KINDS, resultKind } from '#site/search/kinds.ts'
import { NOTHING_FOUND, SEARCH_TAG, type SearchAnswer } from '#site/search/question.ts'
import { loadCategories, type CategoryTree } from './categories.ts'
import { createFinder, facet, type Finder } from './finder.ts'
import type { PageContext } from './page-context.ts'
import { askSearch } from './search/ask-search.ts'
import { loadHits, type Hit } from './search/hits.ts'
import { queryPage } from './split-page.ts'

export type { Hit } from './search/hits.ts'

const PAGE_SIZE = 15
/** Further on nobody looks; more words, or a filter, lead there. */
const MOST_PAGES = 40
const NEWEST = 'moi-nhat'
/** News expire by themselves. */
const KEPT_MS = 60_000

export interface SearchPage extends Pick<
  SearchAnswer,
  'meant' | 'isLoose' | 'isWhole' | 'isCut' | 'count'
> {
  readonly finder: Finder
  /** Words to point out in results. */
  readonly named: readonly NamedWord[]
  readonly hits: readonly Hit[]
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
 * What the full-text index has for a query, of the chosen kinds, categories and years. A page number
 * past the end gives the last page.
 */
export async function searchPage(page: PageContext, asked: URLSearchParams): Promise<SearchPage> {
  const typed = createFinder(ROUTES.search, asked, []).q
  const categories = await loadCategories(page)
  page.tag(SEARCH_TAG)
  page.expires(new Date(page.now.getTime() + KEPT_MS))
  const wanted = Math.min(queryPage(asked), MOST_PAGES)
  const answer = await answerTo(page, typed, asked, categories, wanted)
  const finder = createFinder(ROUTES.search, asked, facetsOf(asked, answer, categories))
  const isNewest = asked.get('xep') === NEWEST
  // Who looks further or narrows what was found asks nothing new.
  if (typed && finder.active.length === 0 && wanted === 1 && !isNewest) {
    page.counts?.searched(typed, answer.meant || answer.isLoose ? 0 : answer.count)
  }
  const pageCount = Math.min(MOST_PAGES, Math.max(1, Math.ceil(answer.count / PAGE_SIZE)))
  const current = Math.min(wanted, pageCount)
  const shown =
    current === wanted ? answer : await answerTo(page, typed, asked, categories, current)
  return {
    finder,
    meant: answer.meant,
    isLoose: answer.isLoose,
    isWhole: answer.isWhole,
    named: answer.named,
    hits: await loadHits(page, shown.hits),
    count: answer.count,
    isCut: answer.isCut,
    page: current,
    pageCount,
    query: inOrder(finder.query, isNewest),
    orders: [
      { label: 'Phù hợp nhất', path: address(finder.query, false), isChosen: !isNewest },
      { label: 'Mới nhất', path: address(finder.query, true), isChosen: isNewest },
    ],
  }
}

async function answerTo(
  page: PageContext,
  typed: string,
  asked: URLSearchParams,
  categories: CategoryTree,
  number: number,
): Promise<SearchAnswer> {
  if (!typed) return NOTHING_FOUND
  const kinds = asked.getAll('loai')
  const paths = asked.getAll('chuyen-muc')
  const chosen = [...categories.byId.values()].filter(({ slugPath }) => paths.includes(slugPath))
  return askSearch(page, NOTHING_FOUND, (search) =>
    search.find({
      typed,
      collections: RESULT_KINDS.filter(({ value }) => kinds.includes(value)).map(
        ({ collection }) => collection,
      ),
      years: asked.getAll('nam').filter((year) => /^\d{4}$/.test(year)),
      categoryIds: chosen.map(({ id }) => id),
      isNewestFirst: asked.get('xep') === NEWEST,
      from: (number - 1) * PAGE_SIZE,
      most: PAGE_SIZE,
    }),
  )
}

/** Counts are those of all that the words find. */
function facetsOf(asked: URLSearchParams, { counts }: SearchAnswer, categories: CategoryTree) {
  const years = [...counts.years.keys()].toSorted().toReversed()
  const byPath = new Map(
    [...categories.byId.values()].map(({ id, slugPath }) => [
      slugPath,
      counts.categories.get(id) ?? 0,
    ]),
  )
  return [
    facet(asked, 'loai', 'Loại', RESULT_KINDS, {
      counts: new Map([...counts.collections].map(([of, count]) => [resultKind(of).value, count])),
    }),
    facet(
      asked,
      'chuyen-muc',
      'Chuyên mục tin',
      [...categories.byId.values()].map(({ slugPath, title }) => ({
        value: slugPath,
        label: title,
      })),
      { counts: byPath, isFolded: true },
    ),
    facet(
      asked,
      'nam',
      'Năm',
      years.map((year) => ({ value: year, label: year })),
      { counts: counts.years, isFolded: true },
    ),
  ]
}

function inOrder(query: URLSearchParams, isNewest: boolean): URLSearchParams {
  const ordered = new URLSearchParams(query)
  if (isNewest) ordered.set('xep', NEWEST)
  return ordered
}

function address(query: URLSearchParams, isNewest: boolean): string {
  return `${ROUTES.search}?${inOrder(query, isNewest)}`
}
