import { searchWords } from '#shared/search/words.ts'
import { isAsking } from './asking-words.ts'
import type { ItemKey } from './item.ts'
import type { SearchIndex } from './search-index.ts'

/** Words and pairs of an item that tell what it is about. */
const MOST_TELLING = 8
/** Rows of each of them that are looked at, the latest first. */
const MOST_READ = 300

/**
 * Items of the same collection that share the most telling pairs of words of an item's title and
 * summary, the best first. A pair weighs the more the rarer its words are.
 */
export function similar(index: SearchIndex, key: ItemKey, most: number, now: number): ItemKey[] {
  const own = index.rowOf(key)
  if (own === null) return []
  const { title, summary } = index.stored(own)
  const points = new Map<number, number>()
  for (const { words, weight } of telling(index, `${title}. ${summary}`)) {
    for (const row of index.matching('texts', `{title summary} : "${words}"`, MOST_READ)) {
      points.set(row, (points.get(row) ?? 0) + weight)
    }
  }
  const { rows } = index
  return [...points]
    .filter(
      ([row]) =>
        row !== own && rows.isOpen(row, now) && rows.collection(row) === rows.collection(own),
    )
    .toSorted(([one, a], [other, b]) => b - a || rows.date(other) - rows.date(one))
    .slice(0, most)
    .map(([row]) => index.stored(row).key)
}

/** In Vietnamese two syllables make a word more often than one. */
function telling({ rows, vocabulary }: SearchIndex, text: string) {
  const words = searchWords(text).split(' ')
  const weightOf = (word: string) =>
    isAsking(word, '') ? 0 : Math.log(1 + rows.count / (1 + (vocabulary.counts.get(word) ?? 0)))
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`)
  return [...new Set(pairs)]
    .map((pair) => {
      const [one = '', other = ''] = pair.split(' ')
      return { words: pair, weight: weightOf(one) + weightOf(other) }
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_TELLING)
}
