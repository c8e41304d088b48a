import { numberAsked } from '#shared/search/document-number.ts'
import { searchWords } from '#shared/search/words.ts'
import { Expressions, within } from './expression.ts'
import type { Matches } from './matches.ts'
import { rankOf, type Places } from './ranking.ts'
import type { SearchIndex } from './search-index.ts'
import { weighed } from './weights.ts'

/** Results whose words are looked at closely; those after them stand by their age. */
const MOST_RANKED = 160
/** Of each place in which the words may stand. */
const MOST_OF_A_PLACE = 60
/** Rows of a place that are read at all, the latest first. */
const MOST_READ = 1_000
/** More words than these say enough by standing in one text, wherever. */
const MOST_NEAR = 6
const RARE = 8_000
/** Words between which others may stand for them to be close. */
const NEAR = 6

/** Rows of what was found, the best first. */
export function ranked(
  index: SearchIndex,
  matches: Matches,
  rows: readonly number[],
  now: number,
): number[] {
  const { query, shares, typed } = matches
  if (rows.length === 0) return []
  const wanted = {
    number: numberAsked(typed),
    phrase: searchWords(query.marked),
    marked: query.marked,
    parts: weighed(index, query),
  }
  const places = placesOf(index, matches, rows.length > MOST_RANKED)
  const chosen = new Set(rows)
  const looked = new Set<number>()
  const lookAt = (some: Iterable<number>, most: number) => {
    let left = most
    for (const row of some) {
      if (left === 0 || looked.size >= MOST_RANKED) return
      if (!chosen.has(row) || looked.has(row)) continue
      looked.add(row)
      left -= 1
    }
  }
  if (wanted.number) lookAt(index.rows.numbers.keys(), MOST_OF_A_PLACE)
  for (const place of Object.values(places)) lookAt(place, MOST_OF_A_PLACE)
  lookAt(rows, MOST_RANKED)
  const ranks = [...looked].map((row): [number, number] => {
    const at: Places = {
      isInOrder: places.order.has(row),
      isNear: places.near.has(row),
      share: shares.get(row) ?? 0,
    }
    const item = {
      ...index.stored(row),
      date: index.rows.date(row),
      number: index.rows.numbers.get(row) ?? '',
    }
    return [row, rankOf(item, at, wanted, now)]
  })
  const best = ranks.toSorted(([one, a], [other, b]) => b - a || other - one).map(([row]) => row)
  return [...best, ...rows.filter((row) => !looked.has(row))]
}

/**
 * Where the words stand: in the title, the summary, in their order, close to each other. Of few
 * results each is looked at, so that those of a title need not be found first.
 */
function placesOf(index: SearchIndex, { query }: Matches, isMany: boolean) {
  const expressions = new Expressions(index.vocabulary)
  const all = expressions.all(query.wanted)
  const phrase = searchWords(query.marked)
  const words = phrase.split(' ')
  const read = (table: 'titles' | 'texts', expression: string) =>
    new Set(index.matching(table, expression, MOST_READ))
  const isPhrase = words.length > 1 && words.length <= MOST_NEAR
  const isRare = isPhrase && hasRare(index, words)
  return {
    title: isMany ? read('titles', all) : NONE,
    order: isPhrase ? read(isRare ? 'texts' : 'titles', `"${phrase}"`) : NONE,
    summary:
      isMany && words.length <= MOST_NEAR ? read('texts', within('title summary', all)) : NONE,
    near: isRare ? read('texts', within('summary body', near(words))) : NONE,
  }
}

/**
 * Where every word stands in thousands of texts, to look for where they follow each other or are
 * close takes too long; titles are short.
 */
function hasRare({ vocabulary }: SearchIndex, words: readonly string[]): boolean {
  return words.some((word) => (vocabulary.counts.get(word) ?? 0) <= RARE)
}

const NONE: ReadonlySet<number> = new Set()

function near(words: readonly string[]): string {
  return `NEAR(${words.map((word) => `"${word}"`).join(' ')}, ${NEAR})`
}
