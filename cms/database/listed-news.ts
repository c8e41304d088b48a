import type { Payload } from 'payload'
import { databaseOfPortal } from './opened.ts'

/** Where a public news item stands in lists: what chooses and orders it, nothing that it says. */
export interface ListedNews {
  readonly id: string
  /** Moments in milliseconds since 1970. */
  readonly publishedAt: number
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly categoryId: string | null
  /** Its topics and its further categories; ids of both kinds never meet. */
  readonly topicIds: readonly string[]
  readonly moreCategoryIds: readonly string[]
  readonly isPinned: boolean
}

/** Reads where news stand, past Payload, which takes many times as long for a hundred thousand. */
export interface NewsListing {
  /** The next ones by id, of all that are published and not in the trash; none at the end. */
  after(id: string): Promise<ListedNews[]>
  /** Those of these that are public. */
  withIds(ids: readonly string[]): Promise<ListedNews[]>
}

/** News that `after` gives at once: a few hundredths of a second of work. */
export const LISTED_AT_ONCE = 5_000

export function newsListingOf(portal: Payload): NewsListing {
  return databaseOfPortal(portal).kind.newsListing(portal)
}
