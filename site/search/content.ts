import type { ItemKey, SearchItem } from './item.ts'

/** What the index asks of the portal's content; it lives where the database is open. */
export interface SearchContent {
  /** Where the change log ends now. */
  end(): Promise<string>
  /** What was changed since a position; `null` where anything may have. */
  since(position: string): Promise<ContentNews | null>
  /**
   * All that is public now: news from the oldest to the newest, then everything else, which is less
   * and is to be found before the news of many years.
   */
  keys(): Promise<ItemKey[]>
  /** Those of these that are public now. */
  items(keys: readonly ItemKey[]): Promise<SearchItem[]>
  /** What stands for what: short and full. */
  synonyms(): Promise<[short: string, full: string][]>
}

export interface ContentNews {
  readonly tags: readonly string[]
  readonly position: string
}
