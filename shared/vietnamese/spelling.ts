import { isCompound } from './compounds.ts'
import { fold } from './fold.ts'
import { findGluedWords } from './glued-words.ts'
import { splitSyllables } from './syllables.ts'

/** A slip of typing, with what was probably meant. */
export interface Slip {
  sort: 'glued' | 'shifted' | 'mark'
  found: string
  /** Absent when no reading is likely. */
  meant?: string
  /** Whether the slip allows one reading only, so that it may be mended unasked. */
  isCertain: boolean
}

// A reading of glued words is certain when this share of its syllables forms known words.
const CERTAIN_SHARE = 0.6
const WORD = /(?<![\p{L}\d])\p{L}{1,7}(?![\p{L}\d])/gu

/**
 * Slips of typing in a text: words glued together, a letter that slipped over the space
 * ("hệt hống"), a mark that is missing or wrong ("công nghê"). Only what the field's usual words
 * and the text itself make likely; silent on everything else.
 */
export function findSlips(text: string): Slip[] {
  const words = [...text.matchAll(WORD)]
  const pairs = countPairs(words)
  const isKnown = (first: string, second: string) =>
    isCompound(first, second) || pairs.has(`${first} ${second}`.toLowerCase())
  const usual = usualCompounds(pairs)
  const slips = findGluedWords(text).map(({ text: found }) => gluedSlip(found, isKnown))
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (!isPair(word, next) || isCompound(word[0], next[0])) continue
    if (belongsElsewhere(words, index)) continue
    const slip = shiftedSlip(word[0], next[0]) ?? markSlip(word[0], next[0], pairs, usual)
    if (slip) slips.push(slip)
  }
  return [...new Map(slips.map((slip) => [slip.found, slip])).values()]
}

/** The text with its certain slips mended. */
export function mendSlips(text: string, slips: readonly Slip[]): string {
  return slips.reduce(
    (result, slip) => (slip.isCertain && slip.meant ? replaceWords(result, slip) : result),
    text,
  )
}

// Whole words alone: the slip may be part of a longer word elsewhere.
function replaceWords(text: string, { found, meant = found }: Slip): string {
  return text
    .split(found)
    .reduce((before, after) =>
      /\p{L}$/u.test(before) || /^\p{L}/u.test(after)
        ? before + found + after
        : before + meant + after,
    )
}

function gluedSlip(found: string, isKnown: (first: string, second: string) => boolean): Slip {
  const split = splitSyllables(found, isKnown)
  if (!split) return { sort: 'glued', found, isCertain: false }
  return { sort: 'glued', found, meant: split.text, isCertain: split.knownShare >= CERTAIN_SHARE }
}

function shiftedSlip(first: string, second: string): Slip | null {
  const candidates = [
    [first.slice(0, -1), first.slice(-1) + second],
    [first + second.slice(0, 1), second.slice(1)],
  ] as const
  const meant = candidates.find(([left, right]) => left && right && isCompound(left, right))
  if (!meant) return null
  return {
    sort: 'shifted',
    found: `${first} ${second}`,
    meant: meant.join(' '),
    isCertain: true,
  }
}

// Rare beside a usual word that differs by one mark. A tone that was dropped is certain; another
// tone may make another word ("công tắc" beside "công tác").
function markSlip(
  first: string,
  second: string,
  pairs: ReadonlyMap<string, number>,
  usual: ReadonlyMap<string, string[]>,
): Slip | null {
  const pair = `${first} ${second}`.toLowerCase()
  if (pairs.get(pair) !== 1) return null
  const meant = usual.get(fold(pair))?.find((other) => isOneMarkAway(pair, other))
  if (!meant) return null
  const [left = '', right = ''] = meant.split(' ')
  const [wrong, syllable] = left === first.toLowerCase() ? [second, right] : [first, left]
  const isDropped = withoutTone(syllable) === wrong.toLowerCase()
  const written = likeCapitals(first, left) + ' ' + likeCapitals(second, right)
  return { sort: 'mark', found: `${first} ${second}`, meant: written, isCertain: isDropped }
}

// One of the two syllables is the same; that the letters are, the caller has seen.
function isOneMarkAway(pair: string, other: string): boolean {
  const [a, b] = pair.split(' ')
  const [c, d] = other.split(' ')
  return (a === c) !== (b === d)
}

// Known words that the text itself uses more than once, by their folded letters.
function usualCompounds(pairs: ReadonlyMap<string, number>): Map<string, string[]> {
  const usual = [...pairs].filter(([pair, count]) => {
    const [first = '', second = ''] = pair.split(' ')
    return count >= 2 && isCompound(first, second)
  })
  const byLetters = Map.groupBy(usual, ([pair]) => fold(pair))
  return new Map([...byLetters].map(([letters, found]) => [letters, found.map(([pair]) => pair)]))
}

function withoutTone(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC')
}

function likeCapitals(written: string, meant: string): string {
  const isCapital = written.slice(0, 1) !== written.slice(0, 1).toLowerCase()
  return isCapital ? meant.slice(0, 1).toUpperCase() + meant.slice(1) : meant
}

// "cơ quan lý giải" holds no slip of "quản lý": its syllables belong to their other neighbours.
function belongsElsewhere(words: readonly RegExpExecArray[], index: number): boolean {
  const [before, word, next, after] = [index - 1, index, index + 1, index + 2].map(
    (at) => words[at],
  )
  const isWithBefore = isPair(before, word) && isCompound(before![0], word[0])
  const isWithAfter = isPair(next, after) && isCompound(next![0], after[0])
  return isWithBefore || isWithAfter
}

// Two words with nothing but one space between them.
function isPair(
  first: RegExpExecArray | undefined,
  second: RegExpExecArray | undefined,
): second is RegExpExecArray {
  if (!first || !second) return false
  const end = first.index + first[0].length
  return second.index === end + 1 && first.input[end] === ' '
}

function countPairs(words: readonly RegExpExecArray[]): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (!isPair(word, next)) continue
    const pair = `${word[0]} ${next[0]}`.toLowerCase()
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
