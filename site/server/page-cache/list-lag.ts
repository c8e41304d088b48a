/** What a block beside an article may lag behind the list that it is cut from (design, decision 7). */
export const LAG_MS = 60_000

const MOST_LISTS = 100_000

/** When lists changed, for pages that were rendered before and lay on disk meanwhile. */
export class ListLag {
  readonly #changedAt = new Map<string, number>()
  readonly #now: () => number
  /** What changed before, nobody has told: it may have been anything. */
  #knownSince: number

  constructor(now: () => number) {
    this.#now = now
    this.#knownSince = now()
  }

  note(lists: readonly string[]): void {
    if (this.#changedAt.size + lists.length > MOST_LISTS) {
      this.#changedAt.clear()
      this.#knownSince = this.#now()
    }
    for (const list of lists) this.#changedAt.set(list, this.#now())
  }

  /** When a page on which the lists stand by the way must be rendered anew (ms since 1970). */
  end(lists: readonly string[], renderedAt: number): number {
    if (lists.length === 0) return Infinity
    if (renderedAt < this.#knownSince) return this.#knownSince + LAG_MS
    const hasChanged = lists.some((list) => (this.#changedAt.get(list) ?? 0) > renderedAt)
    return hasChanged ? renderedAt + LAG_MS : Infinity
  }
}
