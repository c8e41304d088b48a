import { ROUTES } from '#shared/routes.ts'
import type { SiteProcess } from '#test/support/site-process.ts'

/** What stands in an article that has everything: picture, files, other news, opinions. */
const PARTS_OF_ARTICLE = ['<figure', 'id="files"', 'id="more"', 'class="comment"']

/**
 * The address of a page of each kind: of articles the heaviest that has everything, of documents the
 * heaviest.
 * @throws Error where there is none
 */
export async function measuredPages(site: SiteProcess): Promise<Record<string, string>> {
  const map = await (await site.ask('/sitemap.xml')).text()
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url).pathname,
  )
  const below = (list: string) => paths.filter((path) => path.startsWith(`${list}/`))
  return {
    home: site.origin + ROUTES.home,
    article: site.origin + (await heaviest(site, below(ROUTES.news), PARTS_OF_ARTICLE)),
    list: site.origin + ROUTES.news,
    document: site.origin + (await heaviest(site, below(ROUTES.documents), [])),
  }
}

async function heaviest(
  site: SiteProcess,
  paths: readonly string[],
  parts: readonly string[],
): Promise<string> {
  const pages = await Promise.all(
    paths.map(async (path) => ({ path, html: await (await site.ask(path)).text() })),
  )
  const [first] = pages
    .filter(({ html }) => parts.every((part) => html.includes(part)))
    .toSorted((a, b) => b.html.length - a.html.length)
  if (!first) throw new Error(`No page of ${paths.length} has all of ${parts.join(', ')}.`)
  return first.path
}
