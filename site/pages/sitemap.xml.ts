import type { APIRoute } from 'astro'
import { sitemap } from '#site/data/sitemap.ts'
import { xmlResponse } from '../layouts/xml-response.ts'

export const GET: APIRoute = async (context) =>
  xmlResponse(context, await sitemap(context.locals.page))
