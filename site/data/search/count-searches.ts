import type { Payload } from 'payload'
import { inOneWrite, type CountedSearch } from '#cms/database/counters.ts'
import { markedText } from '#shared/vietnamese/words.ts'

const LONGEST = 100
const EVERY_MS = 10_000
/** Of different words in one write: whoever sends more than these is no reader. */
const MOST_AT_ONCE = 50
const DAY_MS = 24 * 3_600_000
const KEPT_ONCE_MS = 90 * DAY_MS
const KEPT_MS = 400 * DAY_MS
/** E-mail addresses, telephone numbers, numbers of papers: they tell who somebody is. */
const PERSONAL = /@|\d(?:[ .-]?\d){8}/

export interface SearchCounts {
  /** Notes that somebody searched, and how much was found. */
  searched(typed: string, found: number): void
  /** Writes what was noted. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/**
 * Counts what is searched for in groups, without anything of who searches. What cannot be written
 * is tried again with the next group.
 * @param failed is told of a group that could not be written
 */
export function searchCounts(portal: Payload, failed: (error: unknown) => void): SearchCounts {
  let waiting = new Map<string, CountedSearch>()

  const settle = async () => {
    if (waiting.size === 0) return
    const group = waiting
    waiting = new Map()
    try {
      await inOneWrite(portal, async (counters) => {
        for (const search of group.values()) await counters.addSearch(search)
      })
    } catch (error) {
      for (const search of group.values()) add(search)
      failed(error)
    }
  }
  const add = (search: CountedSearch) => {
    const before = waiting.get(search.words)
    if (!before && waiting.size >= MOST_AT_ONCE) return
    waiting.set(search.words, {
      ...search,
      count: search.count + (before?.count ?? 0),
      foundNothing: search.foundNothing + (before?.foundNothing ?? 0),
    })
  }
  const timer = setInterval(() => void settle(), EVERY_MS)
  timer.unref()

  return {
    searched(typed, found) {
      const words = markedText(typed).slice(0, LONGEST).trim()
      if (!words || PERSONAL.test(words)) return
      const foundNothing = found === 0 ? 1 : 0
      add({ words, count: 1, foundNothing, lastFound: found, lastAt: new Date() })
    },
    settle,
    async stop() {
      clearInterval(timer)
      await settle()
    },
  }
}

/** Deletes what was searched for once and not again for 90 days, and all after 400 days. */
export async function forgetSearches(portal: Payload, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
  await portal.db.deleteMany({
    collection: 'searches',
    where: {
      or: [
        { lastAt: { less_than: before(KEPT_MS) } },
        { and: [{ count: { less_than: 2 } }, { lastAt: { less_than: before(KEPT_ONCE_MS) } }] },
      ],
    },
  })
}
