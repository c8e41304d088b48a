import { parseQuery, type Synonyms } from '#shared/search/query.ts'
import { searchWords } from '#shared/search/words.ts'
import { Expressions } from './expression.ts'
import type { Suggestion } from './question.ts'
import { rankOf } from './ranking.ts'
import type { SearchIndex } from './search-index.ts'
import { weighed } from './weights.ts'

const LONGEST = 100
const SHORTEST = 2
const MOST = 8
/** The latest titles that are compared. */
const MOST_READ = 400
const MOST_RANKED = 80

/** Titles that hold all words of what is being typed, the last of them unfinished. */
export function suggest(
  index: SearchIndex,
  typed: string,
  synonyms: Synonyms,
  now: number,
): Suggestion[] {
  const query = parseQuery(typed.slice(0, LONGEST), synonyms)
  const phrase = searchWords(query.marked)
  if (phrase.length < SHORTEST) return []
  const expressions = new Expressions(index.vocabulary, { hasBeginnings: true })
  const wanted = { number: null, phrase, marked: query.marked, parts: weighed(index, query) }
  const places = { isInOrder: false, isNear: false, share: 1 }
  const rows = index
    .matching('titles', expressions.whole(query), MOST_READ)
    .filter((row) => index.rows.isOpen(row, now))
  const found = rows.slice(0, MOST_RANKED).map((row) => {
    const item = { ...index.stored(row), number: '', date: index.rows.date(row) }
    return { item, rank: rankOf(item, places, wanted, now) }
  })
  const best = found.toSorted((a, b) => b.rank - a.rank).map(({ item }) => item)
  return best
    .filter(({ title }, at) => best.findIndex((other) => other.title === title) === at)
    .slice(0, MOST)
    .map(({ key, title, path, collection }) => ({ key, title, path, collection }))
}
