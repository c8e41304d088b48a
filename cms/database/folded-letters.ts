import { fold } from '#shared/vietnamese/fold.ts'

/** Blocks of Unicode with the letters of Latin scripts that carry marks, in both cases. */
const BLOCKS = [
  [0x41, 0x7a],
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const

/** All letters that are the same when folded, by the folded one: "d" has "dDđĐ…". */
const VARIANTS = new Map<string, string>()
for (const [first, last] of BLOCKS) {
  for (let code = first; code <= last; code += 1) {
    const letter = String.fromCodePoint(code)
    const folded = fold(letter)
    if (/^[a-z]$/.test(folded)) VARIANTS.set(folded, (VARIANTS.get(folded) ?? '') + letter)
  }
}

/**
 * The characters of a word as a search in a list compares them: a letter stands for all that fold to
 * it, whatever their case and marks, everything else for itself.
 */
export function foldedLetters(word: string): string[] {
  return [...fold(word)].map((letter) => VARIANTS.get(letter) ?? letter)
}

/** Longer words are compared by their beginning: a pattern has an end, and so has what people type. */
export const MOST_LETTERS = 100
