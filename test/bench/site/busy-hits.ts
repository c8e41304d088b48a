import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#test/support/site-process.ts'
import { startScript } from '../measured.ts'
import { load, type LoadResult } from './load.ts'
import { rendersOf } from './metrics.ts'
import { median } from './numbers.ts'
import { articlePaths } from './paths.ts'
import { untilAnswers } from './rivals.ts'
import { onSite, type Setting } from './setting.ts'

const ROUNDS = 3
const HIT_SECONDS = 5
/** Longer at both ends, so that there are misses all the time. */
const MISS_SECONDS = 7
const LEAD_MS = 1_000
const MISSING_CLIENTS = 8
const PATHS = 3_000
/**
 * So little is kept that the cache has forgotten a path before it is asked for again; at an address
 * of its own, for which nothing lies on disk.
 */
const FORGETFUL = {
  PAGE_CACHE_MB: '4',
  PAGE_FILES_MB: '0',
  SITE_URL: 'http://forgetful.example',
}

interface Round {
  readonly hits: LoadResult
  readonly misses: LoadResult
  readonly renders: number
}

/**
 * Answers from the cache while eight clients ask all the time for what is in no cache; beside them,
 * turn by turn, a server that renders on the thread that answers.
 */
export function measureBusyHits(setting: Setting): Promise<void> {
  const work = async (site: { origin: string } & Parameters<typeof articlePaths>[0]) => {
    const [hot = '', ...paths] = await articlePaths(site, PATHS)
    const list = join(setting.scratch.folder, 'missed-paths')
    writeFileSync(list, `${paths.join('\n')}\n`)
    const origins = { site: site.origin, oneThread: await startOneThread(setting) }
    const rounds: Record<keyof typeof origins, Round[]> = { site: [], oneThread: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of ['site', 'oneThread'] as const) {
        rounds[name].push(await runRound(setting, origins[name], hot, list))
      }
    }
    reportRounds(setting, rounds)
  }
  return onSite(setting, work, { settings: FORGETFUL })
}

async function startOneThread({ place, scratch }: Setting): Promise<string> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { ...place.env, ...FORGETFUL, SITE_PORT: String(port) }
  const child = startScript(['test/bench/site/one-thread-server.ts'], env, scratch)
  child.stdout?.pipe(process.stderr)
  child.stderr?.pipe(process.stderr)
  await untilAnswers(`${origin}/healthz`)
  return origin
}

async function runRound(
  { scratch }: Setting,
  origin: string,
  hot: string,
  list: string,
): Promise<Round> {
  await untilAnswers(origin + hot)
  const before = await rendersOf(origin)
  const [misses, hits] = await Promise.all([
    load(scratch, `${origin}/`, {
      seconds: MISS_SECONDS,
      connections: MISSING_CLIENTS,
      script: ['test/bench/site/misses.lua', list],
    }),
    pause(LEAD_MS).then(() => load(scratch, origin + hot, { seconds: HIT_SECONDS })),
  ])
  return { hits, misses, renders: (await rendersOf(origin)) - before }
}

function reportRounds(
  { report }: Setting,
  rounds: Readonly<Record<'site' | 'oneThread', readonly Round[]>>,
): void {
  const middle = (name: keyof typeof rounds, of: (round: Round) => number) =>
    median(rounds[name].map(of))
  const perSecond = ({ hits }: Round) => hits.perSecond
  for (const [name, atMost] of [
    ['site', 20],
    ['oneThread', undefined],
  ] as const) {
    report.figure(`site.busyHits.${name}.perSecond`, middle(name, perSecond), '/s')
    report.figure(
      `site.busyHits.${name}.p99`,
      middle(name, ({ hits }) => hits.p99Ms),
      'ms',
      {
        atMost,
      },
    )
    const missesPerSecond = middle(name, ({ misses }) => misses.perSecond)
    report.figure(`site.busyHits.${name}.missesPerSecond`, missesPerSecond, '/s')
  }
  const ratio = middle('site', perSecond) / middle('oneThread', perSecond)
  report.figure('site.busyHits.ratioToOneThread', ratio, '', { atLeast: 15 })
  const kept = [...rounds.site, ...rounds.oneThread].filter(
    ({ misses, renders }) => renders < misses.requests,
  )
  report.check('site.busyHits.rendered', kept.length === 0, 'every miss was one')
  // Of the site alone: the other one answers some requests after more than wrk's two seconds.
  const errors = rounds.site.reduce((sum, { hits, misses }) => sum + hits.errors + misses.errors, 0)
  report.check('site.busyHits.answers', errors === 0, `${errors} errors`)
}
