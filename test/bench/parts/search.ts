import { parseArgs } from 'node:util'
import { ROUTES } from '#shared/routes.ts'
import { setup as buildSite } from '#test/support/built-site.ts'
import { startSite, type SiteProcess } from '#test/support/site-process.ts'
import { placeFor, type Place } from '../data/place.ts'
import { ask, commandWords } from '../data/setting.ts'
import { runMeasured } from '../measured.ts'
import type { Bench, Part } from '../part.ts'
import type { Report } from '../report.ts'
import { answerPaths } from '../search/answer-paths.ts'
import {
  askedWithMarks,
  askedWithoutMarks,
  reportVerdicts,
  verdictOn,
  type Asked,
} from '../search/judge.ts'
import type { Answer } from '../search/judged-query.ts'
import { JUDGED_QUERIES } from '../search/judged-queries.ts'
import type { relatedShares } from '../search/related.ts'
import { readResults } from '../search/read-results.ts'
import { measureAtSize } from '../search/at-size.ts'
import { askPage, until } from '../site/ask-page.ts'
import { metricsOf } from '../site/metrics.ts'
import { percentile } from '../site/numbers.ts'
import { sizeName } from '../site/options.ts'
import { fillPlace } from '../site/world.ts'

export const searchPart: Part = {
  summary:
    'How often one of the first three results answers a judged query on the sample content, with ' +
    'marks and without; what the index costs and how soon it answers at the size of a large portal.',
  usage: '[--news N]',
  async run(words, bench) {
    const options = { news: { type: 'string', default: '100000' } } as const
    const news = Number(parseArgs({ args: words, options }).values.news)
    if (!Number.isSafeInteger(news) || news < 0) throw new Error('--news takes a whole number.')
    await buildSite()
    const place = placeFor(bench.scratch, { isStandIn: false }, 'search')
    console.log('fill: the sample content')
    await runMeasured(commandWords('migrate'), place.env, bench.scratch)
    await runMeasured(commandWords('add-sample'), place.env, bench.scratch)
    const named = JUDGED_QUERIES.flatMap(({ answers, unwanted }) => [...answers, ...unwanted])
    const pathsOf = answerPaths(place.file, named)
    const site = await startSite({ ...place.env, LOG_LEVEL: 'error' })
    try {
      await until(
        'the search is ready',
        async () => (await metricsOf(site.origin))('portal_search_ready') === 1,
      )
      await measureSearch(bench.report, site, pathsOf)
    } finally {
      await site.stop()
    }
    console.log('related news')
    await measureRelated(bench, place)
    if (news === 0) return
    const large = placeFor(bench.scratch, { isStandIn: false }, sizeName(news))
    await measureAtSize(await fillPlace(bench, large, 'portal', news))
  },
}

async function measureSearch(
  report: Report,
  site: SiteProcess,
  pathsOf: ReadonlyMap<Answer, string>,
): Promise<void> {
  const times: number[] = []
  const judge = async (asked: readonly Asked[]) => {
    const pages: string[] = []
    for (const { text } of asked) {
      const query = new URLSearchParams({ q: text })
      const { ms, html } = await askPage(site, `${ROUTES.search}?${query}`)
      times.push(ms)
      pages.push(html)
    }
    // Afterwards: reading a page leaves much to be collected, for which the next one would wait.
    return asked.map((one, at) => verdictOn(one, readResults(pages[at] ?? ''), pathsOf))
  }
  console.log('queries with marks')
  reportVerdicts(report, 'withMarks', await judge(askedWithMarks(JUDGED_QUERIES)))
  console.log('queries without marks')
  reportVerdicts(report, 'withoutMarks', await judge(askedWithoutMarks(JUDGED_QUERIES)))
  report.figure('search.query.p50', percentile(times, 50), 'ms')
  report.figure('search.query.p95', percentile(times, 95), 'ms', { atMost: 50 })
}

/** How well "Tin liên quan" is ordered, by topics alone and by the index. */
async function measureRelated(bench: Bench, place: Place): Promise<void> {
  const { answer } = await ask(bench, place, 'related')
  const { articles, byTopics, byIndex } = answer as Awaited<ReturnType<typeof relatedShares>>
  bench.report.figure('search.related.articles', articles)
  bench.report.figure('search.related.byTopics', byTopics)
  bench.report.figure('search.related.byIndex', byIndex)
}
