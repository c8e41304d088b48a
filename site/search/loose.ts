import type { SearchQuery } from '#shared/search/query.ts'
import { Expressions } from './expression.ts'
import type { SearchIndex } from './search-index.ts'
import { weighed, type WeighedPart } from './weights.ts'

/** With this many results nobody asks for those that have still less of the words. */
const ENOUGH = 12
const MOST_TRIES = 24
/** Of each choice of words, the latest. */
const MOST_READ = 200
const MOST_PARTS = 9
/** What has less of the words has little to do with the query. */
const LEAST_SHARE = 0.45

/**
 * What has the most telling words of a query that hardly anything has as a whole: rows with the share
 * of the weight of all words that they have.
 */
export function looseMatches(
  index: SearchIndex,
  query: SearchQuery,
  now: number,
): Map<number, number> {
  const parts = weighed(index, query)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_PARTS)
  const expressions = new Expressions(index.vocabulary)
  const shares = new Map<number, number>()
  for (const some of choicesOf(parts).slice(0, MOST_TRIES)) {
    const share = sum(some)
    if (share < LEAST_SHARE || shares.size >= ENOUGH) break
    const wanted = some.map(({ part }) => part)
    const expression = expressions.whole({ ...query, wanted })
    for (const row of index.matching('texts', expression, MOST_READ)) {
      if (!shares.has(row) && index.rows.isOpen(row, now)) shares.set(row, share)
    }
  }
  return shares
}

/** All choices of some of the parts, the heaviest first. */
function choicesOf(parts: readonly WeighedPart[]): WeighedPart[][] {
  const choices = Array.from({ length: 2 ** parts.length - 1 }, (_, bits) =>
    parts.filter((_part, at) => ((bits + 1) >> at) & 1),
  )
  return choices.toSorted((a, b) => sum(b) - sum(a))
}

function sum(parts: readonly WeighedPart[]): number {
  return parts.reduce((total, { share }) => total + share, 0)
}
