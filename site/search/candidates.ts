import { numberAsked } from '#shared/search/document-number.ts'
import { searchWords } from '#shared/search/words.ts'
import type { Matches } from './matches.ts'
import { rankOf, type Places } from './ranking.ts'
import type { SearchIndex } from './search-index.ts'
import { weighed } from './weights.ts'

/** Results whose words are looked at closely; those after them stand by their age. */
const MOST_RANKED = 160
/** Of each place in which the words may stand. */
const MOST_OF_A_PLACE = 60

/** Rows of what was found, the best first. */
export function ranked(
  index: SearchIndex,
  matches: Matches,
  rows: readonly number[],
  now: number,
): number[] {
  const { query, shares, typed, places } = matches
  if (rows.length === 0) return []
  const wanted = {
    number: numberAsked(typed),
    phrase: searchWords(query.marked),
    marked: query.marked,
    parts: weighed(index, query),
  }
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
  for (const place of [places.order, places.title, places.summary, places.near]) {
    lookAt(place, MOST_OF_A_PLACE)
  }
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
