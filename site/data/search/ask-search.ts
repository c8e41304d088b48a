import type { Search } from '#site/search/question.ts'
import type { PageContext } from '../page-context.ts'

/** Asks the search for what a page is for: without an answer the page must not be shown. */
export async function askSearch<Answer>(
  page: PageContext,
  without: Answer,
  ask: (search: Search) => Promise<Answer>,
): Promise<Answer> {
  try {
    if (page.search) return await ask(page.search)
  } catch (error) {
    page.lacks(`the search (${error instanceof Error ? error.message : String(error)})`)
    return without
  }
  page.lacks('a search')
  return without
}
