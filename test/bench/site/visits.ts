import type { SiteProcess } from '#test/support/site-process.ts'
import { load } from './load.ts'
import { onSite, type Setting } from './setting.ts'

const SECONDS = 8
const CONNECTIONS = 256
const AT_LEAST_PER_SECOND = 3_000

/** How many visits are acknowledged, each in a durable write, and whether all of them are counted. */
export function measureVisits(setting: Setting): Promise<void> {
  const { report, scratch } = setting
  return onSite(setting, async (site) => {
    const before = await visitsCounted(site)
    const { perSecond, requests, errors, p50Ms, p99Ms } = await load(scratch, `${site.origin}/`, {
      seconds: SECONDS,
      connections: CONNECTIONS,
      script: ['test/bench/site/visits.lua'],
    })
    report.figure('site.visits.perSecond', perSecond, '/s', { atLeast: AT_LEAST_PER_SECOND })
    report.figure('site.visits.p50', p50Ms, 'ms')
    report.figure('site.visits.p99', p99Ms, 'ms')
    report.check('site.visits.answers', errors === 0, `${errors} errors`)
    const counted = (await visitsCounted(site)) - before
    // Those whose answers were under way when the time was up are counted, too.
    const isExact = counted >= requests && counted <= requests + CONNECTIONS
    report.check('site.visits.exact', isExact, `${counted} counted, ${requests} acknowledged`)
  })
}

/** The total as the beacon of a robot is told it. */
export async function visitsCounted(site: SiteProcess): Promise<number> {
  const answer = await reportVisit(site, { 'user-agent': 'bot' })
  return ((await answer.json()) as { total: number }).total
}

/** Reports a view of the front page. */
export function reportVisit(
  site: SiteProcess,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  return site.ask('/luot-xem', {
    method: 'POST',
    body: new URLSearchParams({ path: '/' }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })
}
