import { foldedWords } from '#shared/vietnamese/words.ts'

/**
 * Open syllables that may end in either letter: "kỹ" and "kĩ", "lý" and "lí", "quý" and "quí". Which
 * of them is right is decided anew every few decades; both are in use.
 */
const EITHER = /\b([hklmstv]|qu)y\b/g

/**
 * The words of a text as the search compares them: folded, one space between, whichever letter an
 * open i was written with.
 */
export function searchWords(text: string): string {
  return foldedWords(text).replace(EITHER, '$1i')
}
