import { parseQuery, type Phrase, type SearchQuery } from '#shared/search/query.ts'
import { numberAsked, numberRank } from '#shared/search/document-number.ts'
import { foldedWords, markedText } from '#shared/vietnamese/words.ts'
import type { Entry } from './title-index.ts'

/**
 * Entries that hold every part of the query and nothing that it excludes, marks or no marks; the
 * best first: the number itself, the words in their order with their marks, the words in their
 * order, the words; then the newest.
 */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const query = parseQuery(typed)
  if (query.wanted.length === 0) return []
  const wanted = { query, number: numberAsked(typed), phrase: foldedWords(query.marked) }
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || (a.entry.date < b.entry.date ? 1 : -1))
    .map(({ entry }) => entry)
}

/** A text cut at its words, with those that the query names. */
export function markWords(text: string, typed: string): { text: string; isMarked: boolean }[] {
  const phrases = parseQuery(typed).wanted.flat(2)
  const named = phrases.flatMap(({ words, isOpen }) =>
    words.split(' ').map((word, at, all) => ({ word, isOpen: isOpen && at === all.length - 1 })),
  )
  const isNamed = (word: string) =>
    named.some((one) => (one.isOpen ? word.startsWith(one.word) : word === one.word))
  return text.split(/(\s+)/u).map((part) => ({
    text: part,
    isMarked: foldedWords(part).split(' ').some(isNamed),
  }))
}

interface Wanted {
  readonly query: SearchQuery
  readonly number: string | null
  readonly phrase: string
}

function rankOf(entry: Entry, { query, number, phrase }: Wanted): number {
  const asNumber = number && entry.number ? numberRank(entry.number, number) : 0
  if (asNumber > 0) return 3 + asNumber
  const holds = (one: Phrase) => standsIn(entry.words, one)
  if (query.unwanted.some(holds)) return 0
  if (!query.wanted.every((part) => part.some((reading) => reading.every(holds)))) return 0
  if (markedText(entry.title).includes(query.marked)) return 3
  return standsIn(entry.words, { words: phrase, isOpen: true }) ? 2 : 1
}

function standsIn(text: string, { words, isOpen }: Phrase): boolean {
  return ` ${text} `.includes(isOpen ? ` ${words}` : ` ${words} `)
}
