import { JSDOM } from 'jsdom'

/**
 * Paths of what a page of the search lists, best first.
 * @throws Error for a page that neither lists results nor says that there are none
 */
export function readResults(html: string): string[] {
  const { window } = new JSDOM(html, { url: 'http://site.example/' })
  const { document } = window
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main .result-list > li h3 a')]
  if (links.length === 0 && !document.querySelector('main .empty')) {
    throw new Error(`"${document.title}" has neither results nor the word that there are none.`)
  }
  const paths = links.map(({ pathname }) => decodeURI(pathname))
  window.close()
  return paths
}
