import { ABBREVIATIONS } from '#shared/vocabulary/abbreviations.ts'
import { foldedWords, markedText } from '#shared/vietnamese/words.ts'

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
export function parseQuery(typed: string): SearchQuery {
  const pieces = piecesOf(typed)
  const wanted = pieces.filter(({ isExcluded }) => !isExcluded)
  return {
    wanted: partsOfAll(wanted),
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
    const words = foldedWords(text)
    return words ? [{ text, words, isQuoted: quoted !== undefined, isExcluded }] : []
  })
}

/** Quoted phrases and what signs hold together ("45/2012/NĐ-CP") stand as they are. */
function partsOfAll(pieces: readonly Piece[]): Part[] {
  const parts: Part[] = []
  const run: string[] = []
  for (const [at, { words, isQuoted }] of pieces.entries()) {
    const isLast = at === pieces.length - 1
    const isPhrase = isQuoted || words.includes(' ')
    if (!isPhrase) run.push(words)
    if (isPhrase || isLast) parts.push(...partsOf(run.splice(0), isLast && !isPhrase))
    if (isPhrase) parts.push([[{ words, isOpen: isLast && !isQuoted }]])
  }
  return parts
}

/** Words that follow each other: those that make up a full form also stand for what is short for it. */
function partsOf(words: readonly string[], isLastOpen: boolean): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < words.length;) {
    const full = FULL_FORMS.find((form) => form.words.every((word, i) => words[at + i] === word))
    const end = at + (full?.words.length ?? 1)
    const reading = words.slice(at, end).map((word, i) => ({
      words: word,
      isOpen: isLastOpen && at + i === words.length - 1,
    }))
    const other = full?.short ?? SHORT_FORMS.get(words[at] ?? '')
    parts.push(other ? [reading, [closed(other)]] : [reading])
    at = end
  }
  return parts
}

function closed(words: string): Phrase {
  return { words, isOpen: false }
}

const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  ABBREVIATIONS.map(([short, full]) => [foldedWords(short), foldedWords(full)]),
)

/** The longest first: "cụm công nghiệp" before "công nghiệp". */
const FULL_FORMS = [...SHORT_FORMS]
  .map(([short, full]) => ({ short, words: full.split(' ') }))
  .toSorted((a, b) => b.words.length - a.words.length)
