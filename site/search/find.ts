import { numberAsked, numberRank } from '#shared/search/document-number.ts'
import { namedWords, type NamedWord } from '#shared/search/named-words.ts'
import { parseQuery, type SearchQuery, type Synonyms } from '#shared/search/query.ts'
import { searchWords } from '#shared/search/words.ts'
import { Expressions, within } from './expression.ts'
import { looseMatches } from './loose.ts'
import { meantBy } from './meant.ts'
import { passageOf } from './passage.ts'
import { ranked } from './candidates.ts'
import type { ItemKey, Searched } from './item.ts'
import type { FacetCounts, FoundItem, SearchAnswer, SearchQuestion } from './question.ts'
import type { SearchIndex } from './search-index.ts'

/** Longer queries are cut: nobody reads them. */
const LONGEST = 200
const MOST_PARTS = 12
/** Of what is found the latest are read: who finds more than these looks for something else. */
const MOST_FOUND = 3_000
/** Fewer results than a reader looks at. */
const FEW = 3
const OWN_TEXT = 'title summary details body'
/** What has all words only together with its files, where these may be long, is worth less. */
const IN_FILES = 0.85

/** What a query finds before anything is chosen of it. */
export interface Matches {
  readonly typed: string
  readonly query: SearchQuery
  /** Rows with, of the weight of all words, how much each has. */
  readonly shares: ReadonlyMap<number, number>
  /** There are more, which are older. */
  readonly isCut: boolean
}

/** Answers a question from an index. */
export function find(
  index: SearchIndex,
  question: SearchQuestion,
  synonyms: Synonyms,
  now: number,
): Omit<SearchAnswer, 'isWhole'> {
  const typed = question.typed.slice(0, LONGEST)
  const found = withOthers(index, matchesOf(index, typed, synonyms, now), synonyms, now)
  const rows = [...found.shares.keys()].filter((row) => isChosen(index, row, question))
  const ordered = question.isNewestFirst
    ? rows.toSorted((a, b) => index.rows.date(b) - index.rows.date(a))
    : ranked(index, found, rows, now)
  const named = namedWords(found.query)
  return {
    meant: found.typed === typed ? null : found.typed,
    isLoose: found.shares.size > 0 && !found.shares.values().some((share) => share >= IN_FILES),
    counts: countsOf(index, found.shares.keys()),
    count: rows.length,
    isCut: found.isCut,
    named,
    hits: ordered
      .slice(question.from, question.from + question.most)
      .map((row) => foundItem(index, row, named)),
  }
}

/** Keys of all items of a collection that have all the words, the best first. */
export function list(
  index: SearchIndex,
  typed: string,
  collection: Searched,
  synonyms: Synonyms,
  now: number,
): ItemKey[] {
  const matches = matchesOf(index, typed.slice(0, LONGEST), synonyms, now)
  const rows = [...matches.shares.keys()].filter((row) => index.rows.collection(row) === collection)
  return ranked(index, matches, rows, now).map((row) => index.stored(row).key)
}

/** What holds every part of a query and nothing that it excludes, or is the document that it names. */
export function matchesOf(
  index: SearchIndex,
  typed: string,
  synonyms: Synonyms,
  now: number,
): Matches {
  const parsed = parseQuery(typed, synonyms)
  const query = { ...parsed, wanted: parsed.wanted.slice(0, MOST_PARTS) }
  if (query.wanted.length === 0) return { typed, query, shares: new Map(), isCut: false }
  const rows = index.matching('texts', new Expressions(index.vocabulary).whole(query), MOST_FOUND)
  const asked = numberAsked(typed)
  const numbered = asked ? rowsOfNumber(index, asked) : []
  const open = [...numbered, ...rows].filter((row) => index.rows.isOpen(row, now))
  return {
    typed,
    query,
    shares: new Map(open.map((row) => [row, 1])),
    isCut: rows.length === MOST_FOUND,
  }
}

function rowsOfNumber(index: SearchIndex, asked: string): number[] {
  return [...index.rows.numbers].flatMap(([row, number]) =>
    numberRank(number, asked) > 0 ? row : [],
  )
}

/** Where hardly anything has all the words: a slip of typing, and what has the most telling ones. */
function withOthers(index: SearchIndex, direct: Matches, synonyms: Synonyms, now: number): Matches {
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
  const shares = looseMatches(index, direct, now)
  for (const row of direct.shares.keys()) shares.set(row, own.has(row) ? 1 : IN_FILES)
  return { ...direct, shares }
}

function isChosen(index: SearchIndex, row: number, question: SearchQuestion): boolean {
  const { rows } = index
  const { collections, years, categoryIds } = question
  return (
    (collections.length === 0 || collections.includes(rows.collection(row))) &&
    (years.length === 0 || years.includes(rows.year(row) ?? '')) &&
    (categoryIds.length === 0 || rows.categories(row).some((id) => categoryIds.includes(id)))
  )
}

function countsOf({ rows }: SearchIndex, found: Iterable<number>): FacetCounts {
  const counts = {
    collections: new Map<Searched, number>(),
    years: new Map<string, number>(),
    categories: new Map<string, number>(),
  }
  const count = <Value>(values: Map<Value, number>, value: Value) =>
    values.set(value, (values.get(value) ?? 0) + 1)
  for (const row of found) {
    const year = rows.year(row)
    count(counts.collections, rows.collection(row))
    if (year) count(counts.years, year)
    for (const id of rows.categories(row)) count(counts.categories, id)
  }
  return counts
}

function foundItem(index: SearchIndex, row: number, named: readonly NamedWord[]): FoundItem {
  const { key, title, summary } = index.stored(row)
  const shown = searchWords(`${title} ${summary}`).split(' ')
  const isTold = named.every(({ word, isOpen }) =>
    shown.some((one) => (isOpen ? one.startsWith(word) : one === word)),
  )
  if (isTold) return { key, passage: '' }
  const { details, body, files } = index.texts(row)
  return { key, passage: passageOf([body, details, files].filter(Boolean).join(' · '), named) }
}
