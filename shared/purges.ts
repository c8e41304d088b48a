/** Which tags were purged when, by a number that grows with every purge. */
export class Purges {
  #now = 0
  /** Purges up to here are forgotten: whatever began before counts as purged. */
  #forgotten = 0
  readonly #last = new Map<string, number>()
  readonly #most: number

  constructor(most = 100_000) {
    this.#most = most
  }

  /** The present moment, for {@link hit}. */
  now(): number {
    return this.#now
  }

  note(tags: readonly string[]): void {
    this.#now += 1
    if (this.#last.size + tags.length > this.#most) this.noteEverything()
    for (const tag of tags) this.#last.set(tag, this.#now)
  }

  noteEverything(): void {
    this.#now += 1
    this.#forgotten = this.#now
    this.#last.clear()
  }

  /** Whether one of the tags was purged after a moment: what was read then may be old. */
  hit(tags: readonly string[], since: number): boolean {
    if (since < this.#forgotten) return true
    return tags.some((tag) => (this.#last.get(tag) ?? 0) > since)
  }
}
