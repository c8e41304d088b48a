import { setImmediate as otherWork } from 'node:timers/promises'
import type { Payload } from 'payload'
import { LISTED_AT_ONCE, newsListingOf } from '#cms/database/listed-news.ts'
import { documentIdsIn } from '#shared/cache-tags.ts'
import { Listed } from './listed.ts'
import { NewsNow } from './news-now.ts'

/**
 * Where all public news stand, in memory: lists of any length, their counts and an article's
 * neighbours are cut from it without a read. It is read once, and then follows the change log.
 */
export class NewsIndex {
  readonly #portal: Payload
  #listed: Promise<Listed> | null = null

  constructor(portal: Payload) {
    this.#portal = portal
  }

  /**
   * The news as they are at a moment; reads them where that was not done yet.
   * @param now not before that of earlier calls: what has expired is forgotten
   */
  async at(now: Date): Promise<NewsNow> {
    const listed = await this.#load()
    listed.dropExpired(now.getTime())
    return new NewsNow(listed, now.getTime())
  }

  /**
   * Reads the news anew that tags name; resolves when whoever asks sees them as they are now.
   * @param tags `null`: everything
   */
  async renew(tags: readonly string[] | null): Promise<void> {
    const ids = tags && documentIdsIn(tags, 'news')
    if (!this.#listed || ids?.length === 0) return
    try {
      if (ids === null) await this.#readAll()
      else await this.#read(await this.#listed, ids)
    } catch {
      // Who asks next reads all, and is told what is wrong with the database.
      this.#listed = null
    }
  }

  #load(): Promise<Listed> {
    if (this.#listed) return this.#listed
    const listed = this.#whole()
    this.#listed = listed
    listed.catch(() => {
      if (this.#listed === listed) this.#listed = null
    })
    return listed
  }

  async #readAll(): Promise<void> {
    const listed = await this.#whole()
    this.#listed = Promise.resolve(listed)
  }

  async #whole(): Promise<Listed> {
    const listing = newsListingOf(this.#portal)
    const listed = new Listed()
    for (let last = ''; ;) {
      const some = await listing.after(last)
      for (const news of some) listed.put(news)
      const end = some.at(-1)
      if (!end || some.length < LISTED_AT_ONCE) return listed
      last = end.id
      await otherWork()
    }
  }

  async #read(listed: Listed, ids: readonly string[]): Promise<void> {
    const listing = newsListingOf(this.#portal)
    for (let at = 0; at < ids.length; at += LISTED_AT_ONCE) {
      const some = ids.slice(at, at + LISTED_AT_ONCE)
      const found = new Map((await listing.withIds(some)).map((news) => [news.id, news]))
      for (const id of some) {
        const news = found.get(id)
        if (news) listed.put(news)
        else listed.delete(id)
      }
    }
  }
}
