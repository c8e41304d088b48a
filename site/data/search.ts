import type { PageContext } from './page-context.ts'
import { loadHits, type Hit } from './search/hits.ts'
import { matching } from './search/match.ts'
import { queryMeant } from './search/meant.ts'
import { titleIndex } from './search/title-index.ts'

export { markWords } from './search/match.ts'
export type { Hit } from './search/hits.ts'

const PAGE_SIZE = 15
const LONGEST_QUERY = 200

export interface SearchPage {
  readonly query: string
  /** Where nothing was found: what may have been meant, and would find something. */
  readonly meant: string | null
  readonly hits: readonly Hit[]
  readonly count: number
  readonly page: number
  readonly pageCount: number
}

/**
 * What the titles and numbers of all public content have of a query, marks or no marks. A page
 * number past the end gives the last page.
 */
export async function searchPage(
  page: PageContext,
  typed: string,
  number: number,
): Promise<SearchPage> {
  const query = typed.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_QUERY)
  const found = query ? matching(await titleIndex(page), query) : []
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const current = Math.min(number, pageCount)
  const hits = await loadHits(page, found.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE))
  const meant = query && found.length === 0 ? await queryMeant(page, query) : null
  return { query, meant, hits, count: found.length, page: current, pageCount }
}
