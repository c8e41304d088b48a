import { wordsOfPart } from '#shared/search/named-words.ts'
import type { Part, SearchQuery } from '#shared/search/query.ts'
import { isAsking } from './asking-words.ts'
import type { SearchIndex } from './search-index.ts'

/** A part of a query, with the share that it has of the weight of all. */
export interface WeighedPart {
  readonly part: Part
  readonly share: number
}

/** Words that only ask weigh so many times less. */
const ASKING_LESS = 8
/** Of a word that no item has: as much as one that many have, since it tells nothing apart. */
const UNKNOWN = 1

/** Words weigh the more the fewer items have them; of several words of one part the rarest counts. */
export function weighed(index: SearchIndex, { wanted, marked }: SearchQuery): WeighedPart[] {
  const weights = wanted.map((part) => weightOf(index, part, marked))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return wanted.map((part, at) => ({ part, share: (weights[at] ?? 0) / total }))
}

/** How much a word tells that so many items have. */
export function rarity({ rows }: SearchIndex, items: number): number {
  return Math.log(1 + (1 + rows.count) / (1 + items))
}

function weightOf(index: SearchIndex, part: Part, marked: string): number {
  const words = wordsOfPart(part.slice(0, 1))
  const counts = words.map(({ word }) => index.vocabulary.counts.get(word) ?? 0)
  const fewest = Math.min(...counts)
  const weight = fewest === 0 ? UNKNOWN : rarity(index, fewest)
  return words.every(({ word }) => isAsking(word, marked)) ? weight / ASKING_LESS : weight
}
