import { defineMiddleware } from 'astro:middleware'
import { createPageContext } from '#site/data/page-context.ts'
import { openPortal } from '#site/data/portal.ts'
import { readConfig } from '#shared/config.ts'

/** The render worker hands every page its context; `astro dev`, which has no worker, gets it here. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.page ??= createPageContext(await openPortal(readConfig())).page
  return next()
})
