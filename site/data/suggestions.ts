import { fold } from '#shared/vietnamese/fold.ts'
import type { PageContext } from './page-context.ts'
import { loadHits, type Hit } from './search/hits.ts'

/** What somebody may have looked for who came to a path that shows nothing. */
export interface Suggestions {
  /** The words of the path: "ke hoach khuyen cong 2023". */
  readonly words: string
  readonly hits: readonly Hit[]
}

const MOST = 3
const LONGEST = 100

/** Reads the words of a path, and finds what has all of them in its title; nothing without a search. */
export async function suggestionsFor(page: PageContext, path: string): Promise<Suggestions> {
  const words = wordsOf(path)
  // One word alone would match by chance.
  if (!words.includes(' ')) return { words, hits: [] }
  const found = (await page.search?.suggest(words).catch(() => [])) ?? []
  return { words, hits: await loadHits(page, found.slice(0, MOST)) }
}

/** Slugs of the last segment as words, without the file endings of old sites. */
export function wordsOf(path: string): string {
  const last = path.split('/').findLast((segment) => segment !== '') ?? ''
  const words = fold(last.replace(/\.(?:html?|aspx?|php|jsp)$/i, ''))
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return words.join(' ').slice(0, LONGEST).trim()
}
