import type { APIRoute } from 'astro'
import { sitemapPart } from '#site/data/sitemap.ts'
import { xmlResponse } from '../layouts/xml-response.ts'

export const GET: APIRoute = async (context) =>
  xmlResponse(context, await sitemapPart(context.locals.page, context.params.part ?? ''))
