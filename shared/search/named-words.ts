import { searchWords } from './words.ts'
import type { Part, SearchQuery } from './query.ts'

/** A word that a query names. */
export interface NamedWord {
  /** Folded. */
  readonly word: string
  /** It may go on. */
  readonly isOpen: boolean
}

/** The words of a query, with those of what stands for them. */
export function namedWords({ wanted }: Pick<SearchQuery, 'wanted'>): NamedWord[] {
  return wanted.flatMap((part) => wordsOfPart(part))
}

/** The words of one part. */
export function wordsOfPart(part: Part): NamedWord[] {
  return part
    .flat()
    .flatMap(({ words, isOpen }) =>
      words.split(' ').map((word, at, all) => ({ word, isOpen: isOpen && at === all.length - 1 })),
    )
}

export function isNamed(word: string, named: readonly NamedWord[]): boolean {
  return named.some((one) => (one.isOpen ? word.startsWith(one.word) : word === one.word))
}

/** A text cut at its words, with those that are named. */
export function markNamed(
  text: string,
  named: readonly NamedWord[],
): { text: string; isMarked: boolean }[] {
  return text.split(/(\s+)/u).map((part) => ({
    text: part,
    isMarked: searchWords(part)
      .split(' ')
      .some((word) => isNamed(word, named)),
  }))
}
