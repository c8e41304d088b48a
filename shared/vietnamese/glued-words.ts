/** A run of letters that holds several Vietnamese words without the spaces between them. */
interface GluedWords {
  text: string
  index: number
}

const WORD = /\p{L}+/gu
const VOWELS = /[aeiouy]+/gu
// "nghiêng" is the longest syllable of the language.
const LONGEST_SYLLABLE = 7
const MARKED = /[\u00C0-\u1EF9]/u

/**
 * The places where words have lost the spaces between them, as in "TriểnkhaithựchiệnChươngtrình".
 * Foreign words and names without Vietnamese marks are left alone.
 */
export function findGluedWords(text: string): GluedWords[] {
  return [...text.matchAll(WORD)].filter(isGlued).map((match) => ({
    text: match[0],
    index: match.index,
  }))
}

function isGlued(match: RegExpExecArray): boolean {
  const word = match[0]
  const marked = [...word].filter((letter) => MARKED.test(letter)).length
  const hasCapitalInside = /\p{Ll}{2}\p{Lu}\p{Ll}/u.test(word)
  if (word.length <= LONGEST_SYLLABLE && !hasCapitalInside) return false
  return marked >= 1 && countVowelGroups(word) >= 2
}

function countVowelGroups(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(VOWELS)?.length ?? 0
}
