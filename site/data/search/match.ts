import { fold, foldNumber } from '#shared/vietnamese/fold.ts'
import type { Entry } from './title-index.ts'

/**
 * Entries that hold every word of the query, marks or no marks; the best first: the number itself,
 * the phrase with its marks, the phrase, the words; then the newest.
 */
export function matching(entries: readonly Entry[], query: string): Entry[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const wanted = {
    words,
    phrase: words.join(' '),
    number: foldNumber(query),
    exact: query.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim(),
  }
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || (a.entry.date < b.entry.date ? 1 : -1))
    .map(({ entry }) => entry)
}

/** A text cut at its words, with those that the query names. */
export function markWords(text: string, query: string): { text: string; isMarked: boolean }[] {
  const words = fold(query).split(' ').filter(Boolean)
  return text.split(/(\s+)/u).map((part) => {
    const folded = fold(part)
    return { text: part, isMarked: folded !== '' && words.some((word) => folded.includes(word)) }
  })
}

interface Wanted {
  readonly words: readonly string[]
  readonly phrase: string
  readonly number: string
  readonly exact: string
}

function rankOf(entry: Entry, { words, phrase, number, exact }: Wanted): number {
  const hasDigit = /\d/.test(number)
  if (hasDigit && entry.number) {
    if (entry.number === number) return 6
    if (entry.number.startsWith(number)) return 5
    if (entry.number.includes(number)) return 4
  }
  const holdsAll = words.every((word) => entry.folded.includes(word))
  if (!holdsAll) return 0
  if (entry.title.normalize('NFC').toLocaleLowerCase('vi').includes(exact)) return 3
  return entry.folded.includes(phrase) ? 2 : 1
}
