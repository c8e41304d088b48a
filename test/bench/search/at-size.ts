import { statSync } from 'node:fs'
import { join } from 'node:path'
import { ROUTES } from '#shared/routes.ts'
import { INDEX_FILE } from '#site/search/index-file.ts'
import { SearchIndex } from '#site/search/search-index.ts'
import type { SiteProcess } from '#test/support/site-process.ts'
import { reindex } from '../site/reindex.ts'
import { metricsOf } from '../site/metrics.ts'
import { megabytes, median, percentile } from '../site/numbers.ts'
import { articlePaths } from '../site/paths.ts'
import { startSaver } from '../site/save.ts'
import { onSite, type Setting } from '../site/setting.ts'
import { until } from '../site/ask-page.ts'
import { knownItems, measureKnownItems } from './generated.ts'
import { HOSTILE, mixedQueries, someTitles } from './asked.ts'
import { measureBesideHits } from './beside-hits.ts'
import { searchPath, timesOf } from './times.ts'

const SAVES = 20
/** How many titles queries are made of. */
const TITLES = 60
/** So many that no search beside hits is asked twice. */
const DIFFERENT_TITLES = 6_000

/** What the index costs to build and to keep, and how soon it answers, at the size of a portal. */
export async function measureAtSize(setting: Setting): Promise<void> {
  const { report, place } = setting
  const { seconds } = await reindex(setting, place)
  report.figure('search.rebuild', seconds, 's', { atMost: 90 })
  const file = join(place.dataDir, INDEX_FILE)
  const before = process.memoryUsage.rss()
  const index = SearchIndex.open(file)
  report.figure('search.index.opened', megabytes(process.memoryUsage.rss() - before), 'MB')
  report.figure('search.index.items', index.rows.count, 'rows')
  report.figure('search.index.size', megabytes(statSync(file).size), 'MB')
  report.figure('search.index.ofText', statSync(file).size / textBytes(index), '', { atMost: 1.5 })
  const titles = someTitles(index, TITLES)
  const manyTitles = someTitles(index, DIFFERENT_TITLES)
  const items = knownItems(index)
  report.figure('search.generated.queries', items.length)
  index.close()
  await onSite(setting, async (site) => {
    await until(
      'the search is ready',
      async () => (await metricsOf(site.origin))('portal_search_ready') === 1,
    )
    await measureAnswers(setting, site, titles)
    await measureKnownItems(report, site, items)
    await measureVisible(setting, site)
    await measureBesideHits(setting, site, manyTitles)
  })
}

/** Bytes of all that the index was made of. */
function textBytes(index: SearchIndex): number {
  let bytes = 0
  for (let row = 1; row <= index.rows.count; row += 1) {
    const { title, summary } = index.stored(row)
    for (const text of [title, summary, ...Object.values(index.texts(row))]) {
      bytes += Buffer.byteLength(text)
    }
  }
  return bytes
}

/** One after the other, as they are on a machine that does nothing else. */
async function measureAnswers({ report }: Setting, site: SiteProcess, titles: readonly string[]) {
  const memory = async () => (await metricsOf(site.origin))('process_resident_memory_bytes')
  const before = await memory()
  const queries = mixedQueries(titles)
  const times = await timesOf(site, queries.map(searchPath))
  report.figure('search.query.distinct', queries.length)
  report.figure('search.atSize.query.p50', percentile(times, 50), 'ms')
  report.figure('search.atSize.query.p95', percentile(times, 95), 'ms', { atMost: 50 })
  report.figure('search.atSize.query.max', Math.max(...times), 'ms')
  const beginnings = titles.flatMap((title) =>
    Array.from({ length: Math.min(title.length, 30) - 1 }, (_, at) => title.slice(0, at + 2)),
  )
  const suggested = await timesOf(
    site,
    beginnings.map((q) => `${ROUTES.suggestions}?${new URLSearchParams({ q })}`),
  )
  report.figure('search.suggestion.p50', percentile(suggested, 50), 'ms')
  report.figure('search.suggestion.p95', percentile(suggested, 95), 'ms', { atMost: 20 })
  const hostile = await timesOf(site, HOSTILE.map(searchPath))
  report.figure('search.hostile.max', Math.max(...hostile), 'ms', { atMost: 50 })
  report.figure('search.memory.afterSearches', megabytes((await memory()) - before), 'MB', {
    atMost: 150,
  })
}

async function measureVisible(setting: Setting, site: SiteProcess): Promise<void> {
  const [path = ''] = await articlePaths(site, 1)
  const saver = startSaver(setting, path)
  const times: number[] = []
  for (let time = 0; time < SAVES; time += 1) {
    const { title, at } = await saver.save()
    await until(`the search finds "${title}"`, async () => {
      const page = await (await site.ask(searchPath(`"${title}"`))).text()
      return page.includes(`href="${path}"`)
    })
    times.push(Date.now() - at)
  }
  await saver.end()
  setting.report.figure('search.visible.median', median(times), 'ms')
  setting.report.figure('search.visible.max', Math.max(...times), 'ms', { atMost: 2_000 })
}
