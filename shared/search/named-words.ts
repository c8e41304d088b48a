import { cutWords, type Word } from './words.ts'
import type { Part, SearchQuery } from './query.ts'

/** A word that a query names. */
export interface NamedWord {
  /** Folded. */
  readonly word: string
  /** It may go on. */
  readonly isOpen: boolean
  /** With the marks that were typed; `null` where there were none, or another word stands for it. */
  readonly written: string | null
}

/** The words of a query, with those of what stands for them. */
export function namedWords({
  wanted,
  marked,
}: Pick<SearchQuery, 'wanted' | 'marked'>): NamedWord[] {
  const typed = new Map(cutWords(marked).map(({ folded, written }) => [folded, written]))
  return wanted.flatMap((part) =>
    wordsOfPart(part).map(({ word, isOpen }) => {
      const written = typed.get(word)
      return { word, isOpen, written: written && written !== word ? written : null }
    }),
  )
}

/** The words of one part, folded. */
export function wordsOfPart(part: Part): Pick<NamedWord, 'word' | 'isOpen'>[] {
  return part
    .flat()
    .flatMap(({ words, isOpen }) =>
      words.split(' ').map((word, at, all) => ({ word, isOpen: isOpen && at === all.length - 1 })),
    )
}

export function isNamed(
  word: string,
  named: readonly Pick<NamedWord, 'word' | 'isOpen'>[],
): boolean {
  return named.some((one) => (one.isOpen ? word.startsWith(one.word) : word === one.word))
}

/**
 * A text cut at its words, with those that are named. Who typed marks sees the words with these
 * marks pointed out, and others of the same letters only where there are none such.
 */
export function markNamed(
  text: string,
  named: readonly NamedWord[],
): { text: string; isMarked: boolean }[] {
  const all = new Set(cutWords(text).map(({ written }) => written))
  const exact = new Map(
    named.flatMap(({ word, written }) => (written && all.has(written) ? [[word, written]] : [])),
  )
  const isPointedOut = ({ folded, written }: Word) =>
    isNamed(folded, named) && (exact.get(folded) ?? written) === written
  return text.split(/(\s+)/u).map((part) => ({
    text: part,
    isMarked: cutWords(part).some(isPointedOut),
  }))
}
