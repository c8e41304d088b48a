import type { PreparedPage } from './prepared-page.ts'

/** A page under its key. */
export interface StoredPage {
  readonly key: string
  readonly page: PreparedPage
  readonly tags: readonly string[]
  /** Milliseconds since 1970; infinite where only a purge ends it. */
  expiresAt: number
  /** Asked for since the store last looked for something to drop. */
  isUsed: boolean
}

/** Key, tags and headers of an entry, about. */
const OVERHEAD_BYTES = 3_000

/** Pages by key and by tag, as many as fit; what nobody has asked for longest goes first. */
export class PageStore {
  readonly #byKey = new Map<string, StoredPage>()
  readonly #byTag = new Map<string, Set<StoredPage>>()
  readonly #maxBytes: number
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get size(): number {
    return this.#byKey.size
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): StoredPage | undefined {
    const stored = this.#byKey.get(key)
    if (stored) stored.isUsed = true
    return stored
  }

  /** A page that alone is larger than the store is not kept. */
  set(stored: StoredPage): void {
    this.delete(stored.key)
    const room = this.#maxBytes - bytesOf(stored)
    if (room < 0) return
    this.#shrinkTo(room)
    this.#byKey.set(stored.key, stored)
    this.#bytes += bytesOf(stored)
    for (const tag of stored.tags) {
      const pages = this.#byTag.get(tag)
      if (pages) pages.add(stored)
      else this.#byTag.set(tag, new Set([stored]))
    }
  }

  delete(key: string): void {
    const stored = this.#byKey.get(key)
    if (!stored) return
    this.#byKey.delete(key)
    this.#bytes -= bytesOf(stored)
    for (const tag of stored.tags) {
      const pages = this.#byTag.get(tag)
      pages?.delete(stored)
      if (pages?.size === 0) this.#byTag.delete(tag)
    }
  }

  /** The pages that carry one of the tags. */
  tagged(tags: readonly string[]): Set<StoredPage> {
    return new Set(tags.flatMap((tag) => [...(this.#byTag.get(tag) ?? [])]))
  }

  all(): StoredPage[] {
    return [...this.#byKey.values()]
  }

  /** Second chance: a page that was used goes to the end of the line once. */
  #shrinkTo(bytes: number): void {
    for (const [key, stored] of this.#byKey) {
      if (this.#bytes <= bytes) return
      if (stored.isUsed) {
        stored.isUsed = false
        this.#byKey.delete(key)
        this.#byKey.set(key, stored)
      } else {
        this.delete(key)
      }
    }
  }
}

function bytesOf({ page }: StoredPage): number {
  return page.bytes + OVERHEAD_BYTES
}
