import type { SiteProcess } from '#test/support/site-process.ts'
import { load, type LoadResult } from './load.ts'
import { median } from './numbers.ts'
import { articlePaths } from './paths.ts'
import { startNginx, startRawServer } from './rivals.ts'
import { onSite, type Setting } from './setting.ts'
import { wholeAnswer } from './whole-answer.ts'

const ROUNDS = 3
const SECONDS = 4
/** As a browser of today sends it. */
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' }

type Runs = Record<string, () => Promise<LoadResult>>

/** A cached article against nginx and raw node:http that give the same bytes, turn by turn. */
export function measureHits(setting: Setting): Promise<void> {
  return onSite(setting, async (site) => {
    const [path = ''] = await articlePaths(site, 1)
    const runs = await contestants(setting, site, path)
    const results = new Map<string, LoadResult[]>()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, run] of Object.entries(runs)) {
        results.set(name, [...(results.get(name) ?? []), await run()])
      }
    }
    reportHits(setting, results)
  })
}

async function contestants(
  { report, scratch }: Setting,
  site: SiteProcess,
  path: string,
): Promise<Runs> {
  const address = site.origin + path
  const [plain, gzip, browser] = await Promise.all([
    wholeAnswer(address, 'identity'),
    wholeAnswer(address, 'gzip'),
    wholeAnswer(address, BROWSER['accept-encoding']),
  ])
  report.figure('site.page.identity', plain.body.length / 1024, 'KB')
  report.figure('site.page.browser', browser.body.length / 1024, 'KB')
  const raw = await startRawServer(plain, scratch)
  const rawPacked = await startRawServer(browser, scratch)
  const nginx = await startNginx(plain.body, gzip.body, scratch)
  const asked = { seconds: SECONDS }
  const asBrowser = { seconds: SECONDS, headers: BROWSER }
  return {
    site: () => load(scratch, address, asked),
    raw: () => load(scratch, raw, asked),
    nginx: () => load(scratch, `${nginx}/plain/`, asked),
    siteBrowser: () => load(scratch, address, asBrowser),
    rawBrowser: () => load(scratch, rawPacked, asBrowser),
    nginxBrowser: () => load(scratch, `${nginx}/packed/`, asBrowser),
  }
}

function reportHits(
  { report }: Setting,
  results: ReadonlyMap<string, readonly LoadResult[]>,
): void {
  const typical = (name: string, of: (result: LoadResult) => number) =>
    median((results.get(name) ?? []).map(of))
  for (const name of results.keys()) {
    report.figure(`site.hits.${name}.perSecond`, typical(name, perSecond), '/s')
    report.figure(`site.hits.${name}.p99`, typical(name, p99), 'ms')
  }
  const ratio = (one: string, other: string) => typical(one, perSecond) / typical(other, perSecond)
  report.figure('site.hits.ratioToRaw', ratio('site', 'raw'), '', { atLeast: 0.85 })
  report.figure('site.hits.ratioToRawBrowser', ratio('siteBrowser', 'rawBrowser'), '')
  report.figure('site.hits.ratioToNginx', ratio('site', 'nginx'), '', { atLeast: 0.5 })
  report.figure('site.hits.ratioToNginxBrowser', ratio('siteBrowser', 'nginxBrowser'), '', {
    atLeast: 0.5,
  })
  report.figure('site.hits.p99ToNginx', typical('site', p99) / typical('nginx', p99), '', {
    atMost: 2,
  })
  const errors = [...results.values()].flat().reduce((sum, result) => sum + result.errors, 0)
  report.check('site.hits.answers', errors === 0, `${errors} errors`)
}

const perSecond = (result: LoadResult) => result.perSecond
const p99 = (result: LoadResult) => result.p99Ms
