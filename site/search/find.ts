import { namedWords, type NamedWord } from '#shared/search/named-words.ts'
import type { Synonyms } from '#shared/search/query.ts'
import { searchWords } from '#shared/search/words.ts'
import { IN_FILES, matchesOf, MOST_FOUND, withOthers } from './matches.ts'
import { passageOf } from './passage.ts'
import { ranked } from './candidates.ts'
import type { ItemKey, Searched } from './item.ts'
import type { FacetCounts, FoundItem, SearchAnswer, SearchQuestion } from './question.ts'
import type { SearchIndex } from './search-index.ts'

/** Answers a question from an index. */
export function find(
  index: SearchIndex,
  question: SearchQuestion,
  synonyms: Synonyms,
  now: number,
): Omit<SearchAnswer, 'isWhole'> {
  // Who narrows what was found looks for what may be older than the latest.
  const most = isNarrowed(question) ? -1 : MOST_FOUND
  const direct = matchesOf(index, question.typed, synonyms, now, most)
  const found = withOthers(index, direct, synonyms, now)
  const rows = [...found.shares.keys()].filter((row) => isChosen(index, row, question))
  const ordered = question.isNewestFirst
    ? rows.toSorted((a, b) => index.rows.date(b) - index.rows.date(a))
    : ranked(index, found, rows, now)
  const named = namedWords(found.query)
  return {
    meant: found.typed === direct.typed ? null : found.typed,
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
  const matches = matchesOf(index, typed, synonyms, now)
  const rows = [...matches.shares.keys()].filter((row) => index.rows.collection(row) === collection)
  return ranked(index, matches, rows, now).map((row) => index.stored(row).key)
}

function isNarrowed({ collections, years, categoryIds }: SearchQuestion): boolean {
  return collections.length + years.length + categoryIds.length > 0
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
