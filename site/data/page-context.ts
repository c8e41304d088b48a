import type { Payload, TypedUser } from 'payload'
import type { KeptValues } from './kept-values.ts'
import type { Search } from '#site/search/question.ts'
import type { SearchCounts } from './search/count-searches.ts'
import { NewsIndex } from './news-index/news-index.ts'

/**
 * What a page needs to read data, and where it says what it depends on. One is made for each
 * request; pages take it from `Astro.locals.page` and hand it to every data function.
 */
export interface PageContext {
  readonly portal: Payload
  readonly viewer: Viewer
  /** What pages of the public share; `null` for everyone else. */
  readonly kept: KeptValues | null
  /** Where all public news stand. */
  readonly news: NewsIndex
  /** The full-text search; `null` where this process has none. */
  readonly search: Search | null
  /** Counts what readers search for; nothing for everyone else. */
  readonly counts: Pick<SearchCounts, 'searched'> | null
  /** The moment of this request: whatever depends on time takes it from here. */
  readonly now: Date
  /** Names what the page shows or depends on (shared/cache-tags.ts). */
  tag(...tags: string[]): void
  /** Something that the page is for does not answer now: it must not be shown like this. */
  lacks(what: string): void
  /** The page changes by itself at this moment; the earliest one counts. */
  expires(at: Date): void
}

/** Who looks at the page: the public, or an editor with a preview link, who sees drafts. */
export interface Viewer {
  readonly user: TypedUser | null
  readonly preview: boolean
}

export const PUBLIC_VIEWER: Viewer = { user: null, preview: false }

/** What a finished page depends on. */
export interface Dependencies {
  readonly tags: readonly string[]
  readonly expiresAt: Date | null
  /** What the page would have needed; `null` where it is whole. */
  readonly lacking: string | null
}

/** A context, and what the page will have said it depends on once it is rendered. */
export function createPageContext(
  portal: Payload,
  viewer: Viewer = PUBLIC_VIEWER,
  now: Date = new Date(),
  kept: KeptValues | null = null,
  news: NewsIndex = new NewsIndex(portal),
  search: Search | null = null,
  counts: PageContext['counts'] = null,
): { page: PageContext; dependencies: () => Dependencies } {
  const tags = new Set<string>()
  let expiresAt: Date | null = null
  let lacking: string | null = null
  return {
    page: {
      portal,
      viewer,
      now,
      news,
      search,
      counts: viewer === PUBLIC_VIEWER ? counts : null,
      kept: viewer === PUBLIC_VIEWER ? kept : null,
      tag: (...names) => names.forEach((name) => tags.add(name)),
      lacks: (what) => {
        lacking = what
      },
      expires: (at) => {
        if (!expiresAt || at < expiresAt) expiresAt = at
      },
    },
    dependencies: () => ({ tags: [...tags], expiresAt, lacking }),
  }
}
