import { wordOf } from '#shared/search/words.ts'

/** Longer runs of letters and digits are no words that anybody looks for by a part. */
const LONGEST = 30

/** All words of the index: how many items hold each, and how it is written most often. */
export class Vocabulary {
  /** By folded word. */
  readonly counts = new Map<string, number>()
  /** Written words with the number of their items, by folded word. */
  readonly #forms = new Map<string, Map<string, number>>()
  /** Folded words in their order, for beginnings. */
  #sorted: string[] | null = null

  /** Says that so many items more hold a word. @returns the number of all that do */
  add(written: string, items: number): number {
    if (written.length > LONGEST) return 0
    const word = wordOf(written).folded
    const forms = this.#forms.get(word) ?? new Map<string, number>()
    const of = Math.max(0, (forms.get(written) ?? 0) + items)
    if (of > 0) forms.set(written, of)
    else forms.delete(written)
    const count = Math.max(0, (this.counts.get(word) ?? 0) + items)
    if (count > 0) {
      if (!this.counts.has(word)) this.#insert(word)
      this.counts.set(word, count)
      this.#forms.set(word, forms)
    } else {
      // It may stay among the sorted ones: who asks for beginnings leaves out what has no items.
      this.counts.delete(word)
      this.#forms.delete(word)
    }
    return of
  }

  /** Every written word with the number of its items. */
  *written(): Iterable<[written: string, items: number]> {
    for (const forms of this.#forms.values()) yield* forms
  }

  /** How a folded word is written most often. */
  spelling(word: string): string {
    const forms = [...(this.#forms.get(word) ?? [])]
    return forms.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? word
  }

  /** The most usual words that begin like this and go on. */
  beginningWith(start: string, most: number): string[] {
    this.#sorted ??= [...this.counts.keys()].toSorted()
    const found: string[] = []
    for (let at = placeOf(this.#sorted, start); at < this.#sorted.length; at += 1) {
      const word = this.#sorted[at] ?? ''
      if (!word.startsWith(start)) break
      if (word !== start && this.counts.has(word)) found.push(word)
    }
    return found.toSorted((a, b) => this.#countOf(b) - this.#countOf(a)).slice(0, most)
  }

  #countOf(word: string): number {
    return this.counts.get(word) ?? 0
  }

  #insert(word: string): void {
    if (!this.#sorted) return
    const at = placeOf(this.#sorted, word)
    if (this.#sorted[at] !== word) this.#sorted.splice(at, 0, word)
  }
}

/** The place of the first word that is not before this one. */
function placeOf(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
