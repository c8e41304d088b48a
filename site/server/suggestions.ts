import type { Search } from '#site/search/question.ts'
import { resultKind } from '#site/search/kinds.ts'
import type { FinishedResponse } from './exchange.ts'

/** Titles for what somebody is typing, as JSON; none while the search is away. */
export async function suggestions(search: Search, query: string): Promise<FinishedResponse> {
  const typed = new URLSearchParams(query).get('q') ?? ''
  const found = await search.suggest(typed).catch(() => [])
  const shown = found.map(({ title, path, collection }) => ({
    title,
    path,
    kind: resultKind(collection).label,
  }))
  return {
    status: 200,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex'],
    ],
    body: new TextEncoder().encode(JSON.stringify({ suggestions: shown })),
    tags: [],
    expiresAt: null,
  }
}
