import { createHash } from 'node:crypto'
import { startSite, type SiteProcess } from '#test/support/site-process.ts'
import { Random } from '../world/random.ts'
import type { Place } from './place.ts'
import type { Setting } from './setting.ts'

/** The address that all sites are told they have, so that their links are the same. */
const SITE_URL = 'http://bench.example'
const SIDE_BY_SIDE = 4

/** Pages of a place's site: the hash of each body, by path. */
type Answers = ReadonlyMap<string, string>

/** What may differ between two answers of one site: the signed time in a form. */
const MASKED = [/name="token" value="[^"]*"/g]

/** Starts the site on each place in turn; all must answer the same to every address. */
export async function compareSites(setting: Setting): Promise<void> {
  const { first, mongodb, last, report } = setting
  const paths = await onSite(first, async (site) => samplePaths(site, setting))
  const expected = await answersOf(first, paths)
  report.figure('data.pages.compared', paths.length)
  const bad = [...expected].filter(([, answer]) => !answer.startsWith('200 '))
  report.check('data.pages.good', bad.length === 0, listed(bad.map(([path]) => path)))
  for (const place of [mongodb, last]) {
    const different = differing(expected, await answersOf(place, paths))
    const unsteady = await unsteadyOf(first, expected, different)
    const faults = different.filter((path) => !unsteady.includes(path))
    const detail = unsteady.length > 0 ? `not comparable: ${listed(unsteady)}` : listed(faults)
    report.check(`data.pages.${place.label}`, faults.length === 0, detail)
  }
}

/** What a second start of the same site answers differently is no fault of a copy. */
async function unsteadyOf(place: Place, expected: Answers, paths: string[]): Promise<string[]> {
  if (paths.length === 0) return []
  const again = await answersOf(place, paths)
  return paths.filter((path) => again.get(path) !== expected.get(path))
}

async function onSite<Result>(
  { env }: Place,
  work: (site: SiteProcess) => Promise<Result>,
): Promise<Result> {
  const site = await startSite({ ...env, LOG_LEVEL: 'error', SITE_URL })
  try {
    return await work(site)
  } finally {
    await site.stop()
  }
}

/** All lists with their last pages, and of all other addresses as many as the options say. */
async function samplePaths(site: SiteProcess, { options }: Setting): Promise<string[]> {
  const all = await siteMapPaths(site)
  const isDetail = (path: string) =>
    /^\/(tin-tuc|van-ban|san-pham|co-so|ho-tro|hoi-dap)\/./.test(path)
  const lists = all.filter((path) => !isDetail(path))
  const lastPages = await Promise.all(
    lists.map(async (path) => lastPage(await text(site, path), path)),
  )
  const random = new Random(options.seed, 'pages')
  const details = all
    .filter(isDetail)
    .map((path) => ({ path, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, options.pages)
    .map(({ path }) => path)
  const found = [...lists, ...lastPages.filter((path) => path !== null), ...details]
  return ['/sitemap.xml', '/rss', ...new Set(found)]
}

async function siteMapPaths(site: SiteProcess): Promise<string[]> {
  const pathsIn = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
  const top = await text(site, '/sitemap.xml')
  if (!top.includes('<sitemapindex')) return pathsIn(top)
  const paths: string[] = []
  for (const part of pathsIn(top)) paths.push(...pathsIn(await text(site, part)))
  return paths
}

/** The address with the highest page number that a list links to. */
function lastPage(html: string, list: string): string | null {
  const pages = [...html.matchAll(/href="([^"]*?(?:\/|[?&;])trang[-=](\d+))"/g)]
    .map(([, href = '', number]) => ({
      href: href.replaceAll('&amp;', '&'),
      number: Number(number),
    }))
    .filter(({ href }) => href.startsWith(list))
  return pages.toSorted((a, b) => b.number - a.number)[0]?.href ?? null
}

async function text(site: SiteProcess, path: string): Promise<string> {
  return (await site.ask(path)).text()
}

function answersOf(place: Place, paths: readonly string[]): Promise<Answers> {
  return onSite(place, async (site) => {
    const answers = new Map<string, string>()
    const waiting = paths.values()
    const startedAt = performance.now()
    await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, async () => {
        for (const path of waiting) {
          const response = await site.ask(path)
          const body = MASKED.reduce((text, part) => text.replace(part, ''), await response.text())
          const hash = createHash('sha256').update(body).digest('hex')
          answers.set(path, `${response.status} ${hash}`)
        }
      }),
    )
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    console.log(`  ${place.label}: ${paths.length} pages in ${seconds} s`)
    return answers
  })
}

function differing(expected: Answers, given: Answers): string[] {
  return [...expected].filter(([path, answer]) => given.get(path) !== answer).map(([path]) => path)
}

function listed(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  return paths.slice(0, 3).join(' ') + more
}
