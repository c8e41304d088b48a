import { numberRank } from '#shared/search/document-number.ts'
import { searchWords } from '#shared/search/words.ts'
import { markedText } from '#shared/vietnamese/words.ts'
import type { Part } from '#shared/search/query.ts'
import type { Searched } from './item.ts'
import type { WeighedPart } from './weights.ts'

/** What of a query the rank of a result depends on. */
export interface Wanted {
  /** Folded number of a document; `null` where none is asked for. */
  readonly number: string | null
  /** All words in their order, folded. */
  readonly phrase: string
  /** Its parts, with what each weighs of the whole. */
  readonly parts: readonly WeighedPart[]
  /** The same with their marks. */
  readonly marked: string
}

/** Where a result has the words, as the full-text tables know it. */
export interface Places {
  /** One after the other somewhere. */
  readonly isInOrder: boolean
  /** Close to each other in its own text, not in a file's. */
  readonly isNear: boolean
  /** Of the weight of all words, how much it has: 1 where it has all of them. */
  readonly share: number
}

export interface Ranked {
  readonly collection: Searched
  readonly number: string
  readonly title: string
  readonly summary: string
  /** Milliseconds since 1970; 0 without a date. */
  readonly date: number
}

/** See docs/decisions/013-ranking-of-results.md. */
export function rankOf(item: Ranked, places: Places, wanted: Wanted, now: number): number {
  const title = ` ${searchWords(item.title)} `
  const summary = ` ${searchWords(item.summary)} `
  const phrase = ` ${wanted.phrase}`
  let rank = 200 * places.share
  if (wanted.number && item.number) rank += 1000 * numberRank(item.number, wanted.number)
  const titleShare = shareIn(title, wanted.parts)
  rank += 60 * titleShare + 15 * titleShare * coverage(title, wanted.phrase)
  rank += 25 * shareIn(title + summary, wanted.parts)
  if (places.isInOrder) rank += inOrder(wanted.phrase.split(' ').length)
  if (places.isNear) rank += 12
  if (title.includes(phrase)) rank += 25
  if (title.startsWith(phrase)) rank += 5
  if (summary.includes(phrase)) rank += 10
  // Who types marks means them.
  if (markedText(item.title).includes(wanted.marked)) rank += 12
  else if (markedText(item.summary).includes(wanted.marked)) rank += 6
  return rank + PRIOR[item.collection] + freshness(item, now)
}

/** Of the weight of all parts, that of those which stand in a text. */
function shareIn(text: string, parts: readonly WeighedPart[]): number {
  return parts.reduce((sum, { part, share }) => (standsIn(text, part) ? sum + share : sum), 0)
}

function standsIn(text: string, part: Part): boolean {
  return part.some((reading) =>
    reading.every(({ words, isOpen }) => text.includes(isOpen ? ` ${words}` : ` ${words} `)),
  )
}

/** By chance two words follow each other, five do not. */
function inOrder(words: number): number {
  return Math.min(150, 2 * words * (words + 3))
}

/** What people come for comes before news that mention it. */
const PRIOR: Record<Searched, number> = {
  programmes: 8,
  documents: 6,
  questions: 5,
  producers: 4,
  products: 4,
  pages: 3,
  news: 0,
}

/** A title that says little else is about what was asked. */
function coverage(title: string, phrase: string): number {
  return Math.min(1, phrase.split(' ').length / title.trim().split(' ').length)
}

const YEAR_MS = 365.25 * 24 * 3_600_000

/** News grow old in a year or two; a document stays in force for long. */
function freshness({ collection, date }: Ranked, now: number): number {
  if (date === 0) return 0
  const years = Math.max(0, now - date) / YEAR_MS
  return collection === 'news' ? 10 * 0.5 ** (years / 1.5) : 4 * 0.5 ** (years / 5)
}
