import { cutWords } from '#shared/search/words.ts'
import type { ItemKey } from './item.ts'
import type { SearchIndex } from './search-index.ts'
import { rarity } from './weights.ts'

/** Of a syllable beside a pair of them: most words have two, and alone each may be of any. */
const SYLLABLE = 0.3

/** What a title speaks of: its syllables and pairs of neighbours, the rarer the heavier. */
type Terms = ReadonlyMap<string, number>

/**
 * How much titles have in common with another one, in telling words.
 * @returns from 0 to 1, in the order of the others; 0 for what is not in the index
 */
export function alike(index: SearchIndex, title: string, others: readonly ItemKey[]): number[] {
  const own = termsOf(index, title)
  return others.map((key) => {
    const other = index.titleOf(key)
    return other === null ? 0 : cosine(own, termsOf(index, other))
  })
}

function termsOf(index: SearchIndex, title: string): Terms {
  const terms = new Map<string, number>()
  let last: { readonly written: string; readonly weight: number } | null = null
  for (const { folded, written } of cutWords(title)) {
    const weight = rarity(index, index.vocabulary.counts.get(folded) ?? 0)
    terms.set(written, SYLLABLE * weight)
    if (last) terms.set(`${last.written} ${written}`, (last.weight + weight) / 2)
    last = { written, weight }
  }
  return terms
}

function cosine(one: Terms, other: Terms): number {
  let shared = 0
  for (const [term, weight] of one) shared += weight * (other.get(term) ?? 0)
  return shared === 0 ? 0 : shared / (length(one) * length(other))
}

function length(terms: Terms): number {
  return Math.hypot(...terms.values())
}
