import { defineMiddleware } from 'astro:middleware'
import { createPageContext } from '#site/data/page-context.ts'
import { openPortal } from '#site/data/portal.ts'
import { openPreview } from '#site/data/preview.ts'
import { readConfig } from '#shared/config.ts'
import { ROUTES } from '#shared/routes.ts'

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
  locals.page = createPageContext(portal, isOpen ? preview.viewer : undefined).page
  return isOpen ? next(preview.path) : next()
})
