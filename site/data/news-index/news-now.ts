import type { ListedNews } from '#cms/database/listed-news.ts'
import type { Listed } from './listed.ts'
import { newestFirst, placeOfMoment } from './order.ts'
import { ALL_NEWS, type NewsSelection } from './selections.ts'

/** The news that are out at a moment and have not expired. To be used at once, not kept. */
export class NewsNow {
  readonly #listed: Listed
  readonly #now: number

  constructor(listed: Listed, now: number) {
    this.#listed = listed
    this.#now = now
  }

  get(id: string): ListedNews | undefined {
    const news = this.#listed.get(id)
    return news && news.publishedAt <= this.#now ? news : undefined
  }

  count(selection: NewsSelection): number {
    const list = this.#listed.list(selection)
    return list.length - placeOfMoment(list, this.#now)
  }

  /** Some of a list, newest first, behind the first `skip` of them. */
  cut(selection: NewsSelection, limit: number, skip = 0): ListedNews[] {
    const list = this.#listed.list(selection)
    const from = placeOfMoment(list, this.#now) + skip
    return list.slice(from, from + limit)
  }

  /** The newest of several lists together, each once. */
  cutOfAny(selections: readonly NewsSelection[], limit: number): ListedNews[] {
    const some = new Set(selections.flatMap((selection) => this.cut(selection, limit)))
    return [...some].toSorted(newestFirst).slice(0, limit)
  }

  /** Those that came out after a moment, the nearest first. */
  newerThan(moment: number, selection: NewsSelection, limit: number): ListedNews[] {
    const list = this.#listed.list(selection)
    const end = placeOfMoment(list, moment)
    const from = Math.max(placeOfMoment(list, this.#now), end - limit)
    return list.slice(from, end).toReversed()
  }

  /** Those that came out at a moment or before it, the nearest first. */
  olderThan(moment: number, selection: NewsSelection, limit: number): ListedNews[] {
    const list = this.#listed.list(selection)
    const from = placeOfMoment(list, Math.min(moment, this.#now))
    return list.slice(from, from + limit)
  }

  /** When the next of the news comes out that wait for a later hour. */
  nextPublication(): Date | null {
    const list = this.#listed.list(ALL_NEWS)
    const next = list[placeOfMoment(list, this.#now) - 1]
    return next ? new Date(next.publishedAt) : null
  }

  /** When the next of a list expires, and all behind it move up. */
  nextExpiry(selection: NewsSelection): Date | null {
    const next = this.#listed.expiring().find((news) => selection.holds(news))
    return next?.expiresAt ? new Date(next.expiresAt) : null
  }
}
