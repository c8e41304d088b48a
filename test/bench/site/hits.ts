import type { SiteProcess } from '#test/support/site-process.ts'
import type { Bench } from '../part.ts'
import { load, type LoadResult } from './load.ts'
import { startNginx, startRawServer } from './rivals.ts'

const ROUNDS = 3
const SECONDS = 4
/** As a browser of today sends it. */
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' }
/** What node:http writes by itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive'])

/** A cached article against nginx and raw node:http that give the same bytes, turn by turn. */
export async function measureHits(
  { report, scratch }: Bench,
  site: SiteProcess,
  path: string,
): Promise<void> {
  const [plain, gzip, browser] = await Promise.all([
    answerOf(site, path, 'identity'),
    answerOf(site, path, 'gzip'),
    answerOf(site, path, BROWSER['accept-encoding']),
  ])
  report.figure('site.page.identity', plain.body.length / 1024, 'KB')
  report.figure('site.page.browser', browser.body.length / 1024, 'KB')
  const raw = await startRawServer(plain, scratch)
  const rawPacked = await startRawServer(browser, scratch)
  const nginx = await startNginx(plain.body, gzip.body, scratch)
  const runs = {
    site: () => load(site.origin + path, { seconds: SECONDS }),
    raw: () => load(raw, { seconds: SECONDS }),
    nginx: () => load(`${nginx}/plain/`, { seconds: SECONDS }),
    siteBrowser: () => load(site.origin + path, { seconds: SECONDS, headers: BROWSER }),
    rawBrowser: () => load(rawPacked, { seconds: SECONDS, headers: BROWSER }),
    nginxBrowser: () => load(`${nginx}/packed/`, { seconds: SECONDS, headers: BROWSER }),
  }
  const results = new Map<string, LoadResult[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(runs)) {
      results.set(name, [...(results.get(name) ?? []), await run()])
    }
  }
  const typical = (name: keyof typeof runs, of: (result: LoadResult) => number) =>
    median((results.get(name) ?? []).map(of))
  for (const name of Object.keys(runs) as (keyof typeof runs)[]) {
    report.figure(`site.hits.${name}.perSecond`, typical(name, perSecond), '/s')
    report.figure(`site.hits.${name}.p99`, typical(name, p99), 'ms')
  }
  const ratio = (one: keyof typeof runs, other: keyof typeof runs) =>
    typical(one, perSecond) / typical(other, perSecond)
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

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

async function answerOf(site: SiteProcess, path: string, encoding: string) {
  const { request } = await import('node:http')
  // fetch would unpack the body.
  return new Promise<{ headers: [string, string][]; body: Uint8Array }>((resolve, reject) => {
    const headers = { 'accept-encoding': encoding }
    request(site.origin + path, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const named = Object.entries(response.headers).filter(([name]) => !OWN_HEADERS.has(name))
        resolve({
          headers: named.map(([name, value]) => [name, String(value)]),
          body: Buffer.concat(parts),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}
