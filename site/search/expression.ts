import type { Part, Phrase, SearchQuery } from '#shared/search/query.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Ways in which an unfinished word goes on: with more of them, everything is found. */
const MOST_ENDINGS = 12
/** Items that hold a word which nobody takes for the beginning of another. */
const USUAL = 200

/**
 * A query in the language of the full-text tables. Only folded words stand in it, each in quotes, so
 * that nothing that was typed is a command there.
 */
export class Expressions {
  readonly #vocabulary: Vocabulary
  readonly #hasBeginnings: boolean

  /** @param hasBeginnings for a table that keeps the beginnings of words, as that of titles does */
  constructor(vocabulary: Vocabulary, { hasBeginnings = false } = {}) {
    this.#vocabulary = vocabulary
    this.#hasBeginnings = hasBeginnings
  }

  /** Everything wanted, wherever it stands, and nothing unwanted. */
  whole({ wanted, unwanted }: SearchQuery): string {
    const all = this.all(wanted)
    if (unwanted.length === 0) return all
    return `(${all}) NOT (${unwanted.map((phrase) => this.#phrase(phrase)).join(' OR ')})`
  }

  all(parts: readonly Part[]): string {
    return parts.map((part) => `(${this.#part(part)})`).join(' AND ')
  }

  #part(part: Part): string {
    return part
      .map((reading) => `(${reading.map((phrase) => this.#phrase(phrase)).join(' AND ')})`)
      .join(' OR ')
  }

  /** What is a usual word by itself need not go on. */
  #isUsual(word: string): boolean {
    return (this.#vocabulary.counts.get(word) ?? 0) > USUAL
  }

  #phrase({ words, isOpen }: Phrase): string {
    if (isOpen && this.#hasBeginnings) return `"${words}" *`
    const last = words.slice(words.lastIndexOf(' ') + 1)
    const before = words.slice(0, words.length - last.length)
    const isWhole = !isOpen || this.#isUsual(last)
    const endings = isWhole ? [] : this.#vocabulary.beginningWith(last, MOST_ENDINGS)
    const quoted = [last, ...endings].map((word) => `"${before}${word}"`)
    return quoted.length === 1 ? quoted.join('') : `(${quoted.join(' OR ')})`
  }
}

/** Finds what stands in some columns of the texts alone. */
export function within(columns: string, expression: string): string {
  return `{${columns}} : (${expression})`
}
