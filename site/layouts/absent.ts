import type { AstroGlobal } from 'astro'
import { findAbsent } from '#site/data/absent.ts'

/** The answer for a path that shows nothing: where it moved to, that it was withdrawn, or 404. */
export async function absent(astro: AstroGlobal): Promise<Response> {
  const found = await findAbsent(astro.locals.page, astro.url.pathname)
  if (found.status === 301) return astro.redirect(found.location, 301)
  return astro.rewrite(found.status === 410 ? '/410' : '/404')
}
