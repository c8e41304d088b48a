import type { SiteProcess } from '#test/support/site-process.ts'
import { ROUTES, pagePath } from '#shared/routes.ts'
import { askAll, askPage, untilShown } from './ask-page.ts'
import { rendersOf } from './metrics.ts'
import { median } from './numbers.ts'
import { articlePaths, lastPage, newsPages } from './paths.ts'
import { startSaver } from './save.ts'
import { onSite, type Setting } from './setting.ts'

/** A site that has just started still compiles what it runs. */
const WARM_UP = 240
const ALONE = 60
const AT_ONCE = 600
const SIDE_BY_SIDE = 4
const CATEGORIES = 9
const SAVES = 9

const ARTICLE = { perSecond: 150, p50Ms: 15 }
const LIST_P50_MS = 30
const LAST_TO_FIRST = 2

/** The middle time of each kind of page, in ms. */
export type MissTimes = Readonly<Record<string, number>>

/** What pages cost that are in no cache: articles, each kind of list, and pages after a save. */
export async function measureMisses(setting: Setting): Promise<MissTimes> {
  const { report, size } = setting
  const times: Record<string, number> = {}
  await onSite(setting, async (site) => {
    const all = await articlePaths(site, WARM_UP + ALONE + AT_ONCE + 1)
    const [edited = '', ...articles] = all
    const { first, middle, last, categories } = await newsPages(site)
    await askAll(site, articles.splice(0, WARM_UP), 1)
    const before = await rendersOf(site.origin)
    times.article = median(await askAll(site, articles.splice(0, ALONE), 1))
    times.articleOfFour = await measureManyArticles(setting, site, articles)
    times.listFirst = median(await askAll(site, first, 1))
    times.listMiddle = median(await askAll(site, middle, 1))
    times.listLast = median(await askAll(site, last, 1))
    const lists = first.length + middle.length + last.length
    const rendered = (await rendersOf(site.origin)) - before
    const isMiss = rendered === ALONE + articles.length + lists
    report.check(`site.miss.${size}.rendered`, isMiss, `${rendered} pages`)
    Object.assign(times, await measureCategories(site, categories.slice(0, CATEGORIES)))
    Object.assign(times, await measureAfterSaves(setting, site, edited))
  })
  for (const [name, ms] of Object.entries(times)) {
    report.figure(`site.miss.${size}.${name}.p50`, ms, 'ms', { atMost: LIMITS[name] })
  }
  for (const kind of ['list', 'category']) {
    const ratio = (times[`${kind}Last`] ?? NaN) / (times[`${kind}First`] ?? NaN)
    report.figure(`site.miss.${size}.${kind}LastToFirst`, ratio, '', { atMost: LAST_TO_FIRST })
  }
  return times
}

/** Without a limit: what waits for others, or reads what is then kept. */
const LIMITS: Readonly<Record<string, number>> = {
  article: ARTICLE.p50Ms,
  listFirst: LIST_P50_MS,
  listMiddle: LIST_P50_MS,
  listLast: LIST_P50_MS,
  categoryFirst: LIST_P50_MS,
  categoryLast: LIST_P50_MS,
  home: LIST_P50_MS,
}

async function measureManyArticles(
  { report, size }: Setting,
  site: SiteProcess,
  articles: readonly string[],
): Promise<number> {
  const startedAt = performance.now()
  const each = await askAll(site, articles, SIDE_BY_SIDE)
  const seconds = (performance.now() - startedAt) / 1000
  const perSecond = articles.length / seconds
  report.figure(`site.miss.${size}.article.perSecond`, perSecond, '/s', {
    atLeast: ARTICLE.perSecond,
  })
  return median(each)
}

/** The second page first, so that the first and the last find the same of the category in memory. */
async function measureCategories(
  site: SiteProcess,
  categories: readonly string[],
): Promise<MissTimes> {
  const [unread, first, last]: [number[], number[], number[]] = [[], [], []]
  for (const category of categories) {
    unread.push((await askPage(site, pagePath(category, 2))).ms)
    const { ms, html } = await askPage(site, category)
    first.push(ms)
    if (lastPage(html) > 2) last.push((await askPage(site, pagePath(category, lastPage(html)))).ms)
  }
  return {
    categoryUnread: median(unread),
    categoryFirst: median(first),
    categoryLast: median(last),
  }
}

/** Pages that a save has just purged, with all that they share. */
async function measureAfterSaves(
  setting: Setting,
  site: SiteProcess,
  edited: string,
): Promise<MissTimes> {
  const saver = startSaver(setting, edited)
  const [home, list]: [number[], number[]] = [[], []]
  for (let time = 0; time < 2 * SAVES; time += 1) {
    const { title } = await saver.save()
    await untilShown(site, edited, title)
    if (time % 2 === 0) home.push((await askPage(site, ROUTES.home)).ms)
    else list.push((await askPage(site, ROUTES.news)).ms)
  }
  await saver.end()
  return { home: median(home), listAfterSave: median(list) }
}
