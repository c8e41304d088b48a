import { isCompound } from './compounds.ts'
import { fold } from './fold.ts'
import { findGluedWords } from './glued-words.ts'
import { isSyllable, splitSyllables } from './syllables.ts'

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
// An unmarked word may be meant so ("công nghê" is nothing, "kinh tê" neither): report, never mend.
const PAIR = /(?<![\p{L}\d])(\p{L}{1,7}) (?=(\p{L}{1,7})(?![\p{L}\d]))/gu

/**
 * Slips of typing in a text: words glued together, a letter that slipped over the space
 * ("hệt hống"), a mark that is missing or wrong ("công nghê"). Only what the field's usual words
 * and the text itself make likely; silent on everything else.
 */
export function findSlips(text: string): Slip[] {
  const pairs = pairsOf(text)
  const isKnown = (first: string, second: string) =>
    isCompound(first, second) || pairs.has(`${first} ${second}`.toLowerCase())
  const slips = [...findGluedWords(text).map(({ text: found }) => gluedSlip(found, isKnown))]
  for (const [, first = '', second = ''] of text.matchAll(PAIR)) {
    const slip = shiftedSlip(first, second) ?? markSlip(first, second, pairs)
    if (slip) slips.push(slip)
  }
  return unique(slips)
}

/** The text with its certain slips mended. */
export function mendSlips(text: string, slips: readonly Slip[]): string {
  return slips.reduce(
    (result, slip) =>
      slip.isCertain && slip.meant ? result.replaceAll(slip.found, slip.meant) : result,
    text,
  )
}

function gluedSlip(found: string, isKnown: (first: string, second: string) => boolean): Slip {
  const split = splitSyllables(found, isKnown)
  if (!split) return { sort: 'glued', found, isCertain: false }
  return { sort: 'glued', found, meant: split.text, isCertain: split.knownShare >= CERTAIN_SHARE }
}

function shiftedSlip(first: string, second: string): Slip | null {
  if (isCompound(first, second)) return null
  const candidates = [
    [first.slice(0, -1), first.slice(-1) + second],
    [first + second.slice(0, 1), second.slice(1)],
  ] as const
  const meant = candidates.find(
    ([left, right]) =>
      left && right && isCompound(left, right) && isSyllable(left) && isSyllable(right),
  )
  if (!meant) return null
  return { sort: 'shifted', found: `${first} ${second}`, meant: meant.join(' '), isCertain: true }
}

function markSlip(first: string, second: string, pairs: ReadonlyMap<string, number>): Slip | null {
  const pair = `${first} ${second}`.toLowerCase()
  if (isCompound(first, second)) return null
  const folded = fold(pair)
  const meant = [...pairs.keys()].find((other) => {
    const [left = '', right = ''] = other.split(' ')
    return (
      other !== pair &&
      isCompound(left, right) &&
      fold(other) === folded &&
      isOneMarkAway(pair, other)
    )
  })
  const isRare = (pairs.get(pair) ?? 0) === 1 && (pairs.get(meant ?? '') ?? 0) >= 3
  return meant && isRare
    ? { sort: 'mark', found: `${first} ${second}`, meant, isCertain: false }
    : null
}

// One of the two words is the same, so that "công tắc" beside "công tác" still counts.
function isOneMarkAway(pair: string, other: string): boolean {
  const [a, b] = pair.split(' ')
  const [c, d] = other.split(' ')
  return (a === c) !== (b === d)
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const [, first = '', second = ''] of text.matchAll(PAIR)) {
    const pair = `${first} ${second}`.toLowerCase()
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function unique(slips: Slip[]): Slip[] {
  return [...new Map(slips.map((slip) => [slip.found, slip])).values()]
}
