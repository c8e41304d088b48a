import { fold } from './fold.ts'

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu

/** The words of a text as look-ups compare them: folded, without any sign, one space between. */
export function foldedWords(text: string): string {
  return fold(text).replace(BETWEEN_WORDS, ' ').trim()
}

/**
 * A text for comparing marks: lower case, composed, one space between, and the tone of "oa", "oe"
 * and "uy" on the first letter, where the older of the two usual spellings puts it: "hoà" and "hòa",
 * "thuý" and "thúy" give the same.
 */
export function markedText(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(LATE_TONE, (_, glide: string, vowel: string) => {
      const [letter = '', tone = ''] = vowel.normalize('NFD')
      return (glide + tone).normalize('NFC') + letter
    })
}

/** A tone on the last letter of an open syllable. After "q" the u belongs to the onset: "quý". */
const LATE_TONE = /(?<!q)(o(?=[àáảãạèéẻẽẹ])|u(?=[ỳýỷỹỵ]))([àáảãạèéẻẽẹỳýỷỹỵ])(?!\p{L})/gu
