import { isSoon, soonTag, withoutSoon } from '#shared/cache-tags.ts'
import {
  RenderUnavailable,
  type FinishedResponse,
  type Header,
  type PageRequest,
  type PageSource,
} from '../exchange.ts'
import { LAG_MS, ListLag } from './list-lag.ts'
import type { PageFiles } from './page-files.ts'
import { PageStore, type StoredPage } from './page-store.ts'
import { PreparedPage } from './prepared-page.ts'
import { Purges } from '#shared/purges.ts'

/** What the change log told (cms/database/change-log.ts). */
export interface Purge {
  /** `null`: everything. */
  readonly tags: readonly string[] | null
  /** Documents that are public no more: what shows them is not even kept for bad times. */
  readonly withdrawn: readonly string[]
}

export interface PageCacheOptions {
  readonly maxBytes: number
  /** Headers of every answer. */
  readonly common: readonly Header[]
  /** `null`: nothing is kept on disk. */
  readonly files?: PageFiles | null
  readonly now?: () => number
}

interface Rendering {
  readonly page: Promise<PreparedPage>
  /** Milliseconds since 1970. */
  readonly joinableUntil: number
}

/** With the pause between two looks at the change log well below the second that a save may take. */
const JOINABLE_MS = 300
/** A page that shows nothing may show something soon, and there is no end to their addresses. */
const ABSENT_MS = 30_000
const ABSENT_BYTES = 4 * 1024 * 1024

/**
 * Pages that are the same for all, as they were rendered, until something that they show changes.
 * What was purged is kept apart, and given only where nothing newer can be had.
 */
export class PageCache {
  readonly #source: PageSource
  readonly #common: readonly Header[]
  readonly #now: () => number
  readonly #pages: PageStore
  readonly #absent = new PageStore(ABSENT_BYTES)
  readonly #stale: PageStore
  readonly #files: PageFiles | null
  readonly #purges = new Purges()
  readonly #withdrawals = new Purges()
  readonly #lag: ListLag
  #renders = 0
  readonly #underWay = new Map<string, Rendering>()

  constructor(
    source: PageSource,
    { maxBytes, common, files = null, now = Date.now }: PageCacheOptions,
  ) {
    this.#source = source
    this.#common = common
    this.#files = files
    this.#now = now
    this.#lag = new ListLag(now)
    this.#pages = new PageStore(maxBytes * PAGES_SHARE)
    this.#stale = new PageStore(maxBytes * (1 - PAGES_SHARE))
  }

  /** How many pages had to be rendered so far. */
  get renders(): number {
    return this.#renders
  }

  get size(): number {
    return this.#pages.size
  }

  get bytes(): number {
    return this.#pages.bytes + this.#stale.bytes + this.#absent.bytes
  }

  /** A page that is in the cache and has not changed. */
  fresh(key: string): PreparedPage | undefined {
    const stored = this.#pages.get(key) ?? this.#absent.get(key)
    return stored && stored.expiresAt > this.#now() ? stored.page : undefined
  }

  /**
   * A page from the cache, or rendered anew; where that fails, the last good one.
   * @throws RenderUnavailable where there is none at all
   */
  async page(request: PageRequest): Promise<PreparedPage> {
    const key = keyOf(request)
    const known = this.fresh(key) ?? this.#joinable(key)
    if (known) return known
    const page = this.#render(key, request).finally(() => {
      if (this.#underWay.get(key)?.page === page) this.#underWay.delete(key)
    })
    this.#underWay.set(key, { page, joinableUntil: this.#now() + JOINABLE_MS })
    return page
  }

  /** Drops what carries the tags; in a while what shows them only by the way. */
  purge({ tags, withdrawn }: Purge): void {
    if (tags === null) {
      this.#purges.noteEverything()
      this.#withdrawals.noteEverything()
      for (const stored of [...this.#pages.all(), ...this.#absent.all()]) this.#retire(stored)
    } else {
      this.#purges.note(tags)
      for (const store of [this.#pages, this.#absent]) {
        for (const stored of store.tagged(tags)) this.#retire(stored)
      }
      const latest = this.#now() + LAG_MS
      this.#lag.note(tags)
      for (const stored of this.#pages.tagged(tags.map(soonTag))) {
        // Spread, so that they are not all rendered at once.
        stored.expiresAt = Math.min(stored.expiresAt, latest - Math.random() * (LAG_MS / 2))
      }
    }
    this.#withdrawals.note(withdrawn)
    for (const { key } of this.#stale.tagged(withdrawn)) this.#stale.delete(key)
    this.#files?.purge(tags, withdrawn)
  }

  /** Many who ask at once get one rendering, but nobody gets one that began long ago. */
  #joinable(key: string): Promise<PreparedPage> | undefined {
    const rendering = this.#underWay.get(key)
    return rendering && rendering.joinableUntil > this.#now() ? rendering.page : undefined
  }

  async #render(key: string, request: PageRequest): Promise<PreparedPage> {
    const startedAt = this.#purges.now()
    const withdrawalsThen = this.#withdrawals.now()
    const path = request.query === '' ? request.path : null
    const filed = this.#files && path !== null ? await this.#files.read(path) : null
    if (filed) {
      const stored = this.#entryOf(key, filed, startedAt, filed.renderedAt)
      if (stored && stored.expiresAt > this.#now()) return this.#keep(stored)
    }
    this.#renders += 1
    const answer = await this.#source.answer(request).catch((error: unknown) => {
      if (error instanceof RenderUnavailable) return null
      throw error
    })
    if (answer && answer.status < 500) {
      if (path !== null && answer.status !== 200) this.#files?.remove(path)
      const stored = this.#entryOf(key, answer, startedAt, this.#now())
      if (!stored) {
        const page = new PreparedPage(answer, this.#common)
        this.#keepForBadTimes(key, page, withdrawalsThen)
        return page
      }
      if (path !== null) this.#files?.write(path, stored.page)
      return this.#keep(stored)
    }
    const last = this.#lastGood(key) ?? (path === null ? null : await this.#lastFiled(path))
    if (last) return last
    if (answer) return new PreparedPage(answer, this.#common)
    throw new RenderUnavailable('Nothing can be rendered, and nothing was kept.')
  }

  /** An answer as it may be kept; `null` where it may not. */
  #entryOf(
    key: string,
    answer: FinishedResponse,
    startedAt: number,
    renderedAt: number,
  ): StoredPage | null {
    const hardTags = answer.tags.filter((tag) => !isSoon(tag))
    // Rendered while something that it shows was being changed: good enough for who asked, no more.
    if (!mayBeKept(answer) || this.#purges.hit(hardTags, startedAt)) return null
    const page = new PreparedPage(answer, this.#common, renderedAt)
    const soon = answer.tags.filter(isSoon).map(withoutSoon)
    const limits = [
      answer.expiresAt ?? Infinity,
      answer.status === 404 ? this.#now() + ABSENT_MS : Infinity,
      this.#purges.hit(soon, startedAt) ? this.#now() + LAG_MS : Infinity,
      this.#lag.end(soon, renderedAt),
    ]
    return { key, page, tags: answer.tags, expiresAt: Math.min(...limits), isUsed: false }
  }

  #keep(stored: StoredPage): PreparedPage {
    this.#stale.delete(stored.key)
    const store = stored.page.answer.status === 404 ? this.#absent : this.#pages
    store.set(stored)
    return stored.page
  }

  /** Overtaken by a purge, but better than nothing, unless something was withdrawn meanwhile. */
  #keepForBadTimes(key: string, page: PreparedPage, withdrawalsThen: number): void {
    const { tags } = page.answer
    if (page.answer.status !== 200 || !mayBeKept(page.answer)) return
    if (this.#lastGood(key) || this.#withdrawals.hit(tags, withdrawalsThen)) return
    this.#stale.set({ key, page, tags, expiresAt: 0, isUsed: false })
  }

  async #lastFiled(path: string): Promise<PreparedPage | null> {
    const filed = await this.#files?.readStale(path)
    return filed ? new PreparedPage(filed, this.#common, filed.renderedAt) : null
  }

  #retire(stored: StoredPage): void {
    this.#pages.delete(stored.key)
    this.#absent.delete(stored.key)
    if (stored.page.answer.status === 200) this.#stale.set(stored)
  }

  /** Also what has expired and lies in its place. */
  #lastGood(key: string): PreparedPage | undefined {
    return (this.#pages.get(key) ?? this.#stale.get(key))?.page
  }
}

/** The rest is for what was purged. */
const PAGES_SHARE = 0.8

/** Pages with the same path and the same parameters are one page. */
export function keyOf({ path, query }: Pick<PageRequest, 'path' | 'query'>): string {
  return path + query
}

const KEPT: ReadonlySet<number> = new Set([200, 301, 404, 410])

function mayBeKept({ status, headers }: FinishedResponse): boolean {
  if (!KEPT.has(status)) return false
  return !headers.some(
    ([name, value]) =>
      name === 'set-cookie' || (name === 'cache-control' && /no-store|private/.test(value)),
  )
}
