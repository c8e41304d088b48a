import { listTag } from '#shared/cache-tags.ts'
import type { NamedWord } from '#shared/search/named-words.ts'
import type { ItemKey, Searched } from './item.ts'

/** Of pages that show what the search answered: it goes by another clock than the change log. */
export const SEARCH_TAG = listTag('search')

/** What somebody asks of the search; empty lists choose everything. */
export interface SearchQuestion {
  readonly typed: string
  readonly collections: readonly Searched[]
  readonly years: readonly string[]
  readonly categoryIds: readonly string[]
  readonly isNewestFirst: boolean
  readonly from: number
  readonly most: number
}

export interface SearchAnswer {
  /** Where what was typed finds nothing: what may have been meant, whose results these are. */
  readonly meant: string | null
  /** Nothing has all the words: these results have the most telling of them. */
  readonly isLoose: boolean
  /** Of all that the words find, chosen or not. */
  readonly counts: FacetCounts
  /** Of what was chosen. */
  readonly count: number
  /** There are more than were counted, which are older. */
  readonly isCut: boolean
  /** What to point out in the results: the words, and what stands for them. */
  readonly named: readonly NamedWord[]
  readonly hits: readonly FoundItem[]
  /** Not while the index is still being built. */
  readonly isWhole: boolean
}

/** How many results there are of each value. */
export interface FacetCounts {
  readonly collections: ReadonlyMap<Searched, number>
  readonly years: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<string, number>
}

/** Nothing was asked, so that nothing was found. */
export const NOTHING_FOUND: SearchAnswer = {
  meant: null,
  isLoose: false,
  counts: { collections: new Map(), years: new Map(), categories: new Map() },
  count: 0,
  isCut: false,
  named: [],
  hits: [],
  isWhole: true,
}

export interface FoundItem {
  readonly key: ItemKey
  /** Where the words stand in its text; empty where its title or summary says it. */
  readonly passage: string
}

export interface Suggestion {
  readonly key: ItemKey
  readonly title: string
  readonly path: string
  readonly collection: Searched
}

/** The search of one site node, wherever it is asked from. */
export interface Search {
  find(question: SearchQuestion): Promise<SearchAnswer>
  /** All items of a collection that have all the words, the best first. */
  list(typed: string, collection: Searched): Promise<ItemKey[]>
  /** Titles that somebody may be typing. */
  suggest(typed: string): Promise<Suggestion[]>
  /**
   * How much others have in common with a title, from 0 to 1, in their order.
   * @throws where it cannot be said at once: what asks shows something else then
   */
  alike(title: string, others: readonly ItemKey[]): Promise<number[]>
}
