import { JSDOM } from 'jsdom'
import { ROUTES } from '#shared/routes.ts'
import type { SiteProcess } from '#test/support/site-process.ts'
import { askPage } from '../site/ask-page.ts'

/**
 * What the site finds for a query, best first, and how long its page took.
 * @throws Error for a page that neither lists results nor says that there are none
 */
export async function askSearch(
  site: SiteProcess,
  text: string,
): Promise<{ ms: number; paths: string[] }> {
  const { ms, html } = await askPage(site, `${ROUTES.search}?${new URLSearchParams({ q: text })}`)
  const { document } = new JSDOM(html, { url: site.origin }).window
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main .result-list > li h3 a')]
  if (links.length === 0 && !document.querySelector('main .empty')) {
    throw new Error(`The page for "${text}" has neither results nor the word that there are none.`)
  }
  return { ms, paths: links.map(({ pathname }) => decodeURI(pathname)) }
}
