import { join } from 'node:path'
import { defineMiddleware } from 'astro:middleware'
import { createPageContext } from '#site/data/page-context.ts'
import { openPortal } from '#site/data/portal.ts'
import { openPreview } from '#site/data/preview.ts'
import { portalContent } from '#site/data/search/content/portal-content.ts'
import { INDEX_FILE } from '#site/search/index-file.ts'
import { localSearch } from '#site/search/local-search.ts'
import type { Search } from '#site/search/question.ts'
import { readConfig } from '#shared/config.ts'
import { ROUTES } from '#shared/routes.ts'

let search: Search | undefined

/**
 * The render worker hands every page its context (server/render-page.ts); `astro dev`, which has no
 * worker, gets the same here.
 */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  if (locals.page) return next()
  const config = readConfig()
  const portal = await openPortal(config)
  const preview =
    url.pathname === ROUTES.preview
      ? await openPreview(portal, config.secret, url.searchParams, new Date())
      : null
  const isOpen = preview?.kind === 'open'
  search ??= localSearch(join(config.dataDir, INDEX_FILE), portalContent(portal))
  const viewer = isOpen ? preview.viewer : undefined
  locals.page = createPageContext(portal, viewer, new Date(), null, undefined, search).page
  return isOpen ? next(preview.path) : next()
})
