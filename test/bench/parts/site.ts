import { parseArgs } from 'node:util'
import { startSite, type SiteProcess } from '#test/support/site-process.ts'
import { setup as buildSite } from '#test/support/built-site.ts'
import type { Bench, Part } from '../part.ts'
import { placeFor, type Place } from '../data/place.ts'
import { ask } from '../data/setting.ts'
import { measureHits } from '../site/hits.ts'
import { load } from '../site/load.ts'
import { measureMisses } from '../site/misses.ts'
import { measurePublishing } from '../site/publishing.ts'
import { requireTools } from '../site/tools.ts'

const VISIT_SECONDS = 8
const VISIT_CONNECTIONS = 256
const MISSED_ARTICLES = 600

export const sitePart: Part = {
  summary:
    'The public site: what a cached page costs beside nginx and raw node:http, what a page costs ' +
    'that must be rendered, how soon a save is seen, how many visits are counted.',
  usage: '[--news N] [--seed WORD]',
  async run(words, bench) {
    const { news = '10000', seed = 'portal' } = parseArgs({
      args: words,
      options: { news: { type: 'string' }, seed: { type: 'string' } },
    }).values
    requireTools()
    await buildSite()
    const place = placeFor(bench.scratch, { isStandIn: false }, 'site')
    await fill(bench, place, seed, Number(news))
    const startedAt = performance.now()
    const site = await startSite({ ...place.env, LOG_LEVEL: 'error', TRUSTED_PROXIES: '127.0.0.1' })
    try {
      bench.report.figure('site.start.firstAnswer', (performance.now() - startedAt) / 1000, 's')
      const [first = '', ...articles] = await someArticles(site, MISSED_ARTICLES + 1)
      await measureMisses(bench, site, articles, await someLists(site))
      await measureHits(bench, site, first)
      await measurePublishing(bench, place, site, first)
      await measureVisits(bench, site)
      bench.report.figure('site.rss', await rssMb(site), 'MB', { atMost: 600 })
    } finally {
      await site.stop()
    }
  },
}

async function fill(bench: Bench, place: Place, seed: string, news: number): Promise<void> {
  console.log('fill: a made-up portal')
  const size = { news, versions: 1, documents: 500, comments: 2_000, users: 5, counters: 0 }
  await ask(bench, place, 'fill', seed, JSON.stringify({ ...size, uploads: 60, uploadMb: 0 }))
}

/** Articles from all over the site map. */
async function someArticles(site: SiteProcess, wanted: number): Promise<string[]> {
  const index = await (await site.ask('/sitemap.xml')).text()
  const parts = [...index.matchAll(/<loc>[^<]*(\/sitemap-[^<]+)<\/loc>/g)].map(([, path]) => path)
  // A small portal has one list alone.
  const texts = [
    index,
    ...(await Promise.all(parts.map(async (path) => (await site.ask(path ?? '')).text()))),
  ]
  const paths = texts.flatMap((text) =>
    [...text.matchAll(/<loc>[^<]*?(\/tin-tuc\/[^/<]+)<\/loc>/g)].map(([, path]) => path ?? ''),
  )
  const step = Math.max(1, Math.floor(paths.length / wanted))
  const some = paths.filter((_path, at) => at % step === 0).slice(0, wanted)
  if (some.length === 0) throw new Error('The site map names no article.')
  return some
}

async function someLists(site: SiteProcess): Promise<Record<string, string[]>> {
  const first = await (await site.ask('/tin-tuc')).text()
  const last = Math.max(
    ...[...first.matchAll(/\/tin-tuc\/trang-(\d+)/g)].map(([, number]) => Number(number)),
    2,
  )
  const page = (number: number) => `/tin-tuc/trang-${number}`
  const around = (middle: number) => Array.from({ length: 9 }, (_, at) => page(middle - at))
  const categories = [...first.matchAll(/href="(\/chuyen-muc\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
  return {
    home: ['/'],
    listFirst: around(10),
    listMiddle: around(Math.max(10, Math.floor(last / 2))),
    listLast: around(Math.max(10, last)),
    category: [...new Set(categories)].slice(0, 9),
  }
}

async function measureVisits({ report }: Bench, site: SiteProcess): Promise<void> {
  const before = await visits(site)
  const { perSecond, requests, errors } = await load(`${site.origin}/`, {
    seconds: VISIT_SECONDS,
    connections: VISIT_CONNECTIONS,
    script: 'test/bench/site/visits.lua',
  })
  report.figure('site.visits.perSecond', perSecond, '/s', { atLeast: 3_000 })
  report.check('site.visits.answers', errors === 0, `${errors} errors`)
  const counted = (await visits(site)) - before
  // Those whose answers were under way when the time was up are counted, too.
  const isExact = counted >= requests && counted <= requests + VISIT_CONNECTIONS
  report.check('site.visits.exact', isExact, `${counted} counted, ${requests} acknowledged`)
}

/** The total as a beacon of a robot is told it. */
async function visits(site: SiteProcess): Promise<number> {
  const answer = await site.ask('/luot-xem', {
    method: 'POST',
    body: new URLSearchParams({ path: '/' }),
    headers: { 'sec-fetch-site': 'same-origin', 'user-agent': 'bot' },
  })
  return ((await answer.json()) as { total: number }).total
}

async function rssMb(site: SiteProcess): Promise<number> {
  const metrics = await (await site.ask('/metrics')).text()
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(metrics)?.[1]) / 1024 / 1024
}
