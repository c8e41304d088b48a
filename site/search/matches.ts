import { numberAsked, numberRank } from '#shared/search/document-number.ts'
import { parseQuery, type SearchQuery, type Synonyms } from '#shared/search/query.ts'
import { Expressions, within } from './expression.ts'
import { looseMatches } from './loose.ts'
import { meantBy } from './meant.ts'
import { NONE, placesOf, type PlaceRows } from './places.ts'
import type { SearchIndex } from './search-index.ts'

/** Longer queries are cut: nobody reads them. */
const LONGEST = 200
const MOST_PARTS = 24
/** Of what is found the latest are read: who finds more than these looks for something else. */
export const MOST_FOUND = 3_000
/** More results than are looked at one by one. */
const MANY = 160
/** Fewer results than a reader looks at. */
const FEW = 3
const OWN_TEXT = 'title summary details body'
/** What has all words only together with its files, where these may be long, is worth less. */
export const IN_FILES = 0.85

/** What a query finds before anything is chosen of it. */
export interface Matches {
  readonly typed: string
  readonly query: SearchQuery
  /** Rows with, of the weight of all words, how much each has. */
  readonly shares: ReadonlyMap<number, number>
  /** There are more, which are older. */
  readonly isCut: boolean
  readonly places: PlaceRows
}

/**
 * What holds every part of a query and nothing that it excludes, or is the document that it names.
 * @param most rows, the latest first; -1 for all
 */
export function matchesOf(
  index: SearchIndex,
  whole: string,
  synonyms: Synonyms,
  now: number,
  most = MOST_FOUND,
): Matches {
  const typed = whole.slice(0, LONGEST)
  const parsed = parseQuery(typed, synonyms)
  const query = { ...parsed, wanted: parsed.wanted.slice(0, MOST_PARTS) }
  if (query.wanted.length === 0) {
    const places = { title: NONE, order: NONE, summary: NONE, near: NONE }
    return { typed, query, shares: new Map(), isCut: false, places }
  }
  const latest = index.matching('texts', new Expressions(index.vocabulary).whole(query), most)
  const isCut = latest.length === most
  const places = placesOf(index, query, { isMany: latest.length > MANY, isNarrowed: most < 0 })
  // What says it best may be older than the latest, or go on from an unfinished word in a way that
  // texts are not asked for; only the latest are known to lack what is unwanted.
  const best = query.unwanted.length === 0 ? [...places.title, ...places.order] : []
  const asked = numberAsked(typed)
  const numbered = asked ? rowsOfNumber(index, asked) : []
  const open = [...numbered, ...latest, ...best].filter((row) => index.rows.isOpen(row, now))
  return { typed, query, shares: new Map(open.map((row) => [row, 1])), isCut, places }
}

function rowsOfNumber(index: SearchIndex, asked: string): number[] {
  return [...index.rows.numbers].flatMap(([row, number]) =>
    numberRank(number, asked) > 0 ? row : [],
  )
}

/** Where hardly anything has all the words: a slip of typing, and what has the most telling ones. */
export function withOthers(
  index: SearchIndex,
  direct: Matches,
  synonyms: Synonyms,
  now: number,
): Matches {
  if (direct.query.wanted.length === 0 || direct.shares.size >= FEW) return direct
  if (direct.shares.size === 0) {
    const meant = meantBy(index, direct.typed, synonyms)
    const found = meant ? matchesOf(index, meant, synonyms, now) : null
    if (found && found.shares.size > 0) return found
  }
  const own = new Set(
    index.matching(
      'texts',
      within(OWN_TEXT, new Expressions(index.vocabulary).whole(direct.query)),
    ),
  )
  const shares = looseMatches(index, direct.query, now)
  for (const row of direct.shares.keys()) shares.set(row, own.has(row) ? 1 : IN_FILES)
  return { ...direct, shares }
}
