import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createPageContext } from '#site/data/page-context.ts'
import { portalContent } from '#site/data/search/content/portal-content.ts'
import { localSearch } from '#site/search/local-search.ts'
import type { TestPortal } from './database.ts'

/** The search of a test portal's content, which sees every change before it answers. */
export function portalSearch({ payload, dataDir }: TestPortal) {
  return localSearch(join(dataDir, 'search', 'index.db'), portalContent(payload))
}

/** What a page of the public needs at a moment, with a search that is closed when the test ends. */
export function pageWithSearch(portal: TestPortal, now: Date) {
  const search = portalSearch(portal)
  onTestFinished(() => search.close())
  return createPageContext(portal.payload, undefined, now, null, undefined, search)
}
