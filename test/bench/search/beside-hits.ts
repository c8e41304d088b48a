import { fileURLToPath } from 'node:url'
import type { SiteProcess } from '#test/support/site-process.ts'
import { load, type LoadOptions } from '../site/load.ts'
import { median } from '../site/numbers.ts'
import type { Setting } from '../site/setting.ts'
import { searchPath, timesOf } from './times.ts'

const ROUNDS = 3
const SECONDS = 5
const SEARCHES_AT_ONCE = 8

/** As fast as answers come, and at the rate of a very busy day. */
const READERS = {
  full: {},
  steady: { script: [fileURLToPath(new URL('steady.lua', import.meta.url))] },
} as const satisfies Record<string, Partial<LoadOptions>>

/** Cached pages alone, and beside eight that search for something else each time, turn by turn. */
export async function measureBesideHits(
  { report, scratch }: Setting,
  site: SiteProcess,
  titles: readonly string[],
): Promise<void> {
  const queries = searchesOf(titles)
  for (const [name, options] of Object.entries(READERS)) {
    const hits = () => load(scratch, `${site.origin}/`, { seconds: SECONDS, ...options })
    const alone: number[] = []
    const beside: number[] = []
    let searches = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push((await hits()).p99Ms)
      const searching = startSearching(site, queries)
      beside.push((await hits()).p99Ms)
      searches += await searching.stop()
    }
    const figure = `search.besideHits.${name}`
    report.figure(`${figure}.searches`, searches / (ROUNDS * SECONDS), '/s')
    report.figure(`${figure}.p99.alone`, median(alone), 'ms')
    report.figure(`${figure}.p99`, median(beside), 'ms')
    report.figure(`${figure}.p99.ratio`, median(beside) / median(alone))
  }
}

/** Beginnings of titles, each once. @throws Error where there are no more */
function* searchesOf(titles: readonly string[]): Generator<string, never> {
  const beginnings = titles.map((title) => title.split(' ').slice(0, 7).join(' '))
  yield* new Set(beginnings)
  throw new Error('Every search was asked.')
}

/** Eight at once, until they are stopped. */
function startSearching(site: SiteProcess, queries: Generator<string, never>) {
  let isOver = false
  let searches = 0
  const all = Promise.all(
    Array.from({ length: SEARCHES_AT_ONCE }, async () => {
      while (!isOver) {
        await timesOf(site, [searchPath(queries.next().value)])
        searches += 1
      }
    }),
  )
  // A failure is met by who stops them.
  all.catch(() => {})
  return {
    /** @returns how many were answered */
    async stop() {
      isOver = true
      await all
      return searches
    },
  }
}
