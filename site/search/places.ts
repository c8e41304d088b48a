import type { SearchQuery } from '#shared/search/query.ts'
import { searchWords } from '#shared/search/words.ts'
import { Expressions, within } from './expression.ts'
import type { SearchIndex } from './search-index.ts'

/** Rows by where they have the words of a query. */
export interface PlaceRows {
  readonly title: ReadonlySet<number>
  /** One after the other. */
  readonly order: ReadonlySet<number>
  /** In title and summary together. */
  readonly summary: ReadonlySet<number>
  /** Close to each other. */
  readonly near: ReadonlySet<number>
}

/** Rows of a place that are read at all, the latest first. */
const MOST_READ = 1_000
/** Of all that has the words in title and summary, which many columns have to be read for. */
const MOST_IN_SUMMARY = 200
/** More words than these say enough by standing in one text, wherever. */
const MOST_NEAR = 6
const MOST_IN_ORDER = 8
/** Words that follow each other by so many are a sentence that somebody remembers. */
const SENTENCE = 5
/** Words between which others may stand for them to be close. */
const NEAR = 6
const RARE = 8_000

/**
 * Where the words stand. Of few results each is looked at anyhow, so that those of a title need not
 * be found first. Where every word stands in thousands of texts, to look for where they are close,
 * or where two or three follow each other, takes too long: then titles have to do.
 */
export function placesOf(
  index: SearchIndex,
  query: SearchQuery,
  { isMany, isNarrowed }: { isMany: boolean; isNarrowed: boolean },
): PlaceRows {
  const all = new Expressions(index.vocabulary).all(query.wanted)
  const titles = new Expressions(index.vocabulary, { hasBeginnings: true })
  const phrase = searchWords(query.marked)
  const isOpen = query.wanted.at(-1)?.some((reading) => reading.some((one) => one.isOpen)) ?? false
  const inOrder = titles.all([[[{ words: phrase, isOpen }]]])
  const words = phrase.split(' ')
  const read = (table: 'titles' | 'texts', expression: string, most = MOST_READ) =>
    new Set(index.matching(table, expression, most))
  const mostInSummary = isNarrowed ? MOST_READ : MOST_IN_SUMMARY
  const isPhrase = words.length > 1
  const isShort = words.length <= MOST_NEAR
  const isRare = words.some((word) => (index.vocabulary.counts.get(word) ?? 0) <= RARE)
  const isSentence = (isRare || words.length >= SENTENCE) && words.length <= MOST_IN_ORDER
  return {
    title: isMany ? read('titles', titles.all(query.wanted)) : NONE,
    order: isPhrase
      ? read('titles', inOrder).union(isSentence ? read('texts', `"${phrase}"`) : NONE)
      : NONE,
    summary: isMany && isShort ? read('texts', within('title summary', all), mostInSummary) : NONE,
    near: isPhrase && isShort && isRare ? read('texts', within('summary body', near(words))) : NONE,
  }
}

export const NONE: ReadonlySet<number> = new Set()

function near(words: readonly string[]): string {
  return `NEAR(${words.map((word) => `"${word}"`).join(' ')}, ${NEAR})`
}
