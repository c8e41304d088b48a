import type { SiteProcess } from '#test/support/site-process.ts'
import { ROUTES, pagePath } from '#shared/routes.ts'

/** Pages of one kind of list that are asked for in a row. */
const IN_A_ROW = 9

/**
 * Paths of articles from all over the site map, at most so many.
 * @throws Error where there are none
 */
export async function articlePaths(site: SiteProcess, wanted = Infinity): Promise<string[]> {
  const index = await textAt(site, ROUTES.siteMapXml)
  const parts = [...index.matchAll(/<loc>[^<]*(\/sitemap-[^<]+)<\/loc>/g)].map(([, path]) => path)
  // A small portal has one list alone.
  const texts = [index, ...(await Promise.all(parts.map((path) => textAt(site, path ?? ''))))]
  const paths = texts.flatMap((text) =>
    [...text.matchAll(/<loc>[^<]*?(\/tin-tuc\/[^/<]+)<\/loc>/g)].map(([, path]) => path ?? ''),
  )
  const step = Math.max(1, Math.floor(paths.length / wanted))
  const some = paths.filter((_path, at) => at % step === 0).slice(0, wanted)
  if (some.length === 0) throw new Error('The site map names no article.')
  return some
}

export interface NewsPages {
  readonly first: readonly string[]
  readonly middle: readonly string[]
  readonly last: readonly string[]
  readonly categories: readonly string[]
}

/** Pages of the list of all news, from its ends and its middle, none twice; and the categories. */
export async function newsPages(site: SiteProcess): Promise<NewsPages> {
  const html = await textAt(site, ROUTES.news)
  const last = lastPage(html)
  const downFrom = (number: number) =>
    Array.from({ length: IN_A_ROW }, (_, at) => pagePath(ROUTES.news, number - at))
  if (last < 4 * IN_A_ROW) throw new Error(`The list of news has ${last} pages: too few.`)
  const categories = [...html.matchAll(/href="(\/chuyen-muc\/[^"]+)"/g)].map(([, path]) => path)
  return {
    first: downFrom(IN_A_ROW + 1),
    middle: downFrom(Math.floor(last / 2) + IN_A_ROW),
    last: downFrom(last),
    categories: [...new Set(categories)].filter((path) => path !== undefined),
  }
}

/** The highest page number that a list links to. */
export function lastPage(html: string): number {
  return Math.max(1, ...[...html.matchAll(/\/trang-(\d+)"/g)].map(([, number]) => Number(number)))
}

async function textAt(site: SiteProcess, path: string): Promise<string> {
  return (await site.ask(path)).text()
}
