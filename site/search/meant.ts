import { wordsMeant } from '#shared/search/slips.ts'
import { parseQuery, type Synonyms } from '#shared/search/query.ts'
import { searchWords } from '#shared/search/words.ts'
import { Expressions } from './expression.ts'
import type { SearchIndex } from './search-index.ts'

const WORD = /[\p{L}\p{N}]+/gu
/** Words of which each may have been meant by one. */
const MOST_MEANT = 40
/** Each word is compared with all that there are. */
const MOST_WORDS = 8

/**
 * The query that somebody meant whose own finds nothing: with one other letter in a word, it is
 * what a title says; or else each word that nobody knows is one slip from a usual one.
 */
export function meantBy(index: SearchIndex, typed: string, synonyms: Synonyms): string | null {
  const words = [...new Set(typed.normalize('NFC').match(WORD))]
  const { counts } = index.vocabulary
  const unknown = words.filter((written) => !counts.has(searchWords(written)))
  // A word that nobody knows is more likely to be the slip.
  const tried = unknown.length > 0 ? unknown : words
  if (tried.length > MOST_WORDS) return null
  for (const written of tried) {
    const meant = asInTitle(index, typed, written, synonyms)
    if (meant) return meant
  }
  const usual = replaced(typed, (written) => {
    const [other] = unknown.includes(written) ? wordsMeant(searchWords(written), counts, 1) : []
    return other ? index.vocabulary.spelling(other) : written
  })
  return usual === typed.normalize('NFC') ? null : usual
}

/** What was typed with another word in the place of one, such that a title has it all. */
function asInTitle(
  index: SearchIndex,
  typed: string,
  slip: string,
  synonyms: Synonyms,
): string | null {
  const { vocabulary } = index
  const others = wordsMeant(searchWords(slip), vocabulary.counts, MOST_MEANT)
  if (others.length === 0) return null
  const rest = parseQuery(
    replaced(typed, (one) => (one === slip ? ' ' : one)),
    synonyms,
  )
  const anyOther = others.map((word) => `"${word}"`).join(' OR ')
  const expression =
    rest.wanted.length > 0
      ? `${new Expressions(vocabulary).whole(rest)} AND (${anyOther})`
      : anyOther
  const [row] = index.matching('titles', expression, 1)
  if (row === undefined) return null
  const title = new Set(searchWords(index.stored(row).title).split(' '))
  const meant = others.find((word) => title.has(word))
  if (!meant) return null
  const spelt = vocabulary.spelling(meant)
  return replaced(typed, (one) => (one === slip ? spelt : one))
}

function replaced(typed: string, by: (written: string) => string): string {
  return typed.normalize('NFC').replace(WORD, by)
}
