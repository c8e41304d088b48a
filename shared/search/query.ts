import { ABBREVIATIONS } from '#shared/vocabulary/abbreviations.ts'
import { markedText } from '#shared/vietnamese/words.ts'
import { searchWords } from './words.ts'

/** One way in which a part may stand in a text: all of these phrases, wherever each stands. */
export type Reading = readonly Phrase[]

export interface Phrase {
  /** Folded words, one space between. */
  readonly words: string
  /** The last word may go on. */
  readonly isOpen: boolean
}

/** A part of a query, found where one of its readings is. */
export type Part = readonly Reading[]

/** What somebody looks for, taken apart. */
export interface SearchQuery {
  /** All of them must be found; without any nothing is. */
  readonly wanted: readonly Part[]
  /** None of them may be found. */
  readonly unwanted: readonly Phrase[]
  /** All wanted words as they were typed, for comparing marks. */
  readonly marked: string
}

/**
 * Takes a query apart: words, "phrases" in any quotes, and -words that must not occur. The last
 * word may be the beginning of one. Abbreviations stand for their full forms and the other way
 * round. Whatever was typed gives a query; nothing in it is a command.
 */
export function parseQuery(typed: string, synonyms: Synonyms = USUAL): SearchQuery {
  const pieces = piecesOf(typed)
  const wanted = pieces.filter(({ isExcluded }) => !isExcluded)
  return {
    wanted: partsOfAll(wanted, synonyms),
    unwanted: pieces.filter(({ isExcluded }) => isExcluded).map(({ words }) => closed(words)),
    marked: markedText(wanted.map(({ text }) => text).join(' ')),
  }
}

interface Piece {
  readonly text: string
  /** Folded. */
  readonly words: string
  readonly isQuoted: boolean
  readonly isExcluded: boolean
}

/** Quotes of every kind that phones and word processors make; one without its end is nothing. */
const PIECE = /(?:(?<=^|\s)(-))?["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)/gu

function piecesOf(typed: string): Piece[] {
  return [...typed.matchAll(PIECE)].flatMap(([, minus, quoted, plain = '']) => {
    const isExcluded = minus === '-' || /^-[\p{L}\p{N}]/u.test(plain)
    const text = quoted ?? plain
    const words = searchWords(text)
    return words ? [{ text, words, isQuoted: quoted !== undefined, isExcluded }] : []
  })
}

/** Quoted phrases and what signs hold together ("45/2012/NĐ-CP") stand as they are. */
function partsOfAll(pieces: readonly Piece[], synonyms: Synonyms): Part[] {
  const parts: Part[] = []
  const run: string[] = []
  for (const [at, { words, isQuoted }] of pieces.entries()) {
    const isLast = at === pieces.length - 1
    const isPhrase = isQuoted || words.includes(' ')
    if (!isPhrase) run.push(words)
    if (isPhrase || isLast) {
      parts.push(...partsOf(run.splice(0), isLast && !isPhrase, synonyms))
    }
    if (isPhrase) parts.push([[{ words, isOpen: isLast && !isQuoted }]])
  }
  return parts
}

/** Words that follow each other: those that make up a full form also stand for what is short for it. */
function partsOf(
  words: readonly string[],
  isLastOpen: boolean,
  { shortForms, fullForms }: Synonyms,
): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < words.length;) {
    const full = fullForms.find((form) => form.words.every((word, i) => words[at + i] === word))
    const end = at + (full?.words.length ?? 1)
    const reading = words.slice(at, end).map((word, i) => ({
      words: word,
      isOpen: isLastOpen && at + i === words.length - 1,
    }))
    const other = full?.short ?? shortForms.get(words[at] ?? '')
    parts.push(other ? [reading, [closed(other)]] : [reading])
    at = end
  }
  return parts
}

function closed(words: string): Phrase {
  return { words, isOpen: false }
}

/** What stands for what, ready for taking queries apart. */
export interface Synonyms {
  /** Folded short forms with their full ones. */
  readonly shortForms: ReadonlyMap<string, string>
  /** The longest first: "cụm công nghiệp" before "công nghiệp". */
  readonly fullForms: readonly { readonly short: string; readonly words: readonly string[] }[]
}

/** @param pairs as editors write them; what has no letter or digit on one side is left out */
export function synonymsOf(pairs: readonly (readonly [short: string, full: string])[]): Synonyms {
  const shortForms = new Map(
    pairs
      .map(([short, full]) => [searchWords(short), searchWords(full)] as const)
      .filter(([short, full]) => short && full),
  )
  const fullForms = [...shortForms]
    .map(([short, full]) => ({ short, words: full.split(' ') }))
    .toSorted((a, b) => b.words.length - a.words.length)
  return { shortForms, fullForms }
}

const USUAL = synonymsOf(ABBREVIATIONS)
