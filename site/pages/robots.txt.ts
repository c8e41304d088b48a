import type { APIRoute } from 'astro'
import { absoluteUrl } from '#site/data/addresses.ts'
import { ROUTES } from '#shared/routes.ts'

/** Filtered lists are endless, forms and counters are nothing to find (RFC 9309). */
const CLOSED = [
  ROUTES.search,
  ...[ROUTES.documents, ROUTES.products, ROUTES.programmes].map((list) => `${list}?`),
  ROUTES.rate,
  ROUTES.preview,
  ROUTES.visit,
]

export const GET: APIRoute = () => {
  const rules = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`)]
  const text = `${rules.join('\n')}\n\nSitemap: ${absoluteUrl(ROUTES.siteMapXml)}\n`
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
