import { fold } from '#shared/vietnamese/fold.ts'
import { markedText } from '#shared/vietnamese/words.ts'

/** A word as the search knows it. */
export interface Word {
  /** Without marks, in lower case, whichever letter an open i was written with. */
  readonly folded: string
  /** With its marks, in lower case, the tone where the older spelling puts it. */
  readonly written: string
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu

/**
 * Open syllables that may end in either letter: "kỹ" and "kĩ", "lý" and "lí", "quý" and "quí". Which
 * of them is right is decided anew every few decades; both are in use.
 */
const EITHER = /^([hklmstv]|qu)y$/

/** The words of a text, in their order. */
export function cutWords(text: string): Word[] {
  return (text.normalize('NFC').replace(INVISIBLE, '').match(WORD) ?? []).map(wordOf)
}

/** The folded words of a text, one space between. */
export function searchWords(text: string): string {
  return cutWords(text)
    .map(({ folded }) => folded)
    .filter(Boolean)
    .join(' ')
}

/** The words of a language are few, and taking one apart takes far longer than looking it up. */
const known = new Map<string, Word>()
const MOST_KNOWN = 100_000

/** One word that was cut from a text. */
export function wordOf(cut: string): Word {
  const before = known.get(cut)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const word = { folded: fold(cut).replace(EITHER, '$1i'), written: markedText(cut) }
  known.set(cut, word)
  return word
}
