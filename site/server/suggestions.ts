import type { Search } from '#site/search/question.ts'
import { resultKind } from '#site/search/kinds.ts'
import { networkOf } from '#cms/access/network.ts'
import type { FinishedResponse } from './exchange.ts'
import { rateLimit } from './rate-limit.ts'

/** Of one network: thirty people of an office who type at once. */
const PER_MINUTE = 600

/** Titles for what somebody is typing, as JSON; none while the search is away, or for too many. */
export function suggestionRoute(search: Search) {
  const isWithinLimit = rateLimit(PER_MINUTE, 60_000)

  return async (query: string, clientAddress: string): Promise<FinishedResponse> => {
    if (!isWithinLimit(networkOf(clientAddress))) return answer(429, [])
    const typed = new URLSearchParams(query).get('q') ?? ''
    return answer(200, await search.suggest(typed).catch(() => []))
  }
}

function answer(status: 200 | 429, found: Awaited<ReturnType<Search['suggest']>>) {
  const shown = found.map(({ title, path, collection }) => ({
    title,
    path,
    kind: resultKind(collection).label,
  }))
  return {
    status,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex'],
    ],
    body: new TextEncoder().encode(JSON.stringify({ suggestions: shown })),
    tags: [],
    expiresAt: null,
  } as const
}
