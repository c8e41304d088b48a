import type { ListedNews } from '#cms/database/listed-news.ts'
import { newestFirst, placeOf } from './order.ts'
import { ALL_NEWS, type NewsSelection } from './selections.ts'

interface List {
  readonly selection: NewsSelection
  readonly news: ListedNews[]
}

/** Lists that are kept up to date: every category and topic of a large portal. */
const MOST_LISTS = 500

/**
 * All public news in memory, some 200 bytes each, and every list that was asked for, in order. What
 * has expired is dropped: it comes back only when it is put in anew.
 */
export class Listed {
  readonly #byId = new Map<string, ListedNews>()
  readonly #lists = new Map<string, List>()
  /** Those that expire, the next one first. */
  #expiring: ListedNews[] | null = null
  readonly #ids = new Map<string, string>()

  get(id: string): ListedNews | undefined {
    return this.#byId.get(id)
  }

  /** Puts a news item in its places, out of those in which it stood. */
  put(read: ListedNews): void {
    this.delete(read.id)
    const news = this.#withSharedIds(read)
    this.#byId.set(news.id, news)
    if (news.expiresAt !== null) this.#expiring = null
    for (const { selection, news: list } of this.#lists.values()) {
      if (selection.holds(news)) list.splice(placeOf(list, news), 0, news)
    }
  }

  delete(id: string): void {
    const news = this.#byId.get(id)
    if (!news) return
    this.#byId.delete(id)
    if (news.expiresAt !== null) this.#expiring = null
    for (const { selection, news: list } of this.#lists.values()) {
      if (selection.holds(news)) list.splice(placeOf(list, news), 1)
    }
  }

  dropExpired(now: number): void {
    for (const { id, expiresAt } of this.expiring()) {
      if (expiresAt === null || expiresAt > now) return
      this.delete(id)
    }
  }

  /** Those that expire, the next one first. */
  expiring(): readonly ListedNews[] {
    this.#expiring ??= [...this.#byId.values()]
      .filter(({ expiresAt }) => expiresAt !== null)
      .toSorted((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0))
    return this.#expiring
  }

  /** All news of a selection, newest first, with those that are not out yet. */
  list(selection: NewsSelection): readonly ListedNews[] {
    const known = this.#lists.get(selection.name)
    if (known) {
      this.#lists.delete(selection.name)
      this.#lists.set(selection.name, known)
      return known.news
    }
    const news =
      selection.name === ALL_NEWS.name
        ? [...this.#byId.values()].toSorted(newestFirst)
        : this.list(ALL_NEWS).filter((one) => selection.holds(one))
    this.#lists.set(selection.name, { selection, news })
    const [oldest] = this.#lists.keys()
    if (this.#lists.size > MOST_LISTS && oldest !== undefined) this.#lists.delete(oldest)
    return news
  }

  /** Categories and topics are few: their ids are kept once. */
  #withSharedIds(news: ListedNews): ListedNews {
    return {
      ...news,
      categoryId: news.categoryId && this.#shared(news.categoryId),
      topicIds: this.#sharedList(news.topicIds),
      moreCategoryIds: this.#sharedList(news.moreCategoryIds),
    }
  }

  #sharedList(ids: readonly string[]): readonly string[] {
    return ids.length === 0 ? NONE : ids.map((id) => this.#shared(id))
  }

  #shared(id: string): string {
    const known = this.#ids.get(id)
    if (known === undefined) this.#ids.set(id, id)
    return known ?? id
  }
}

const NONE: readonly string[] = []
