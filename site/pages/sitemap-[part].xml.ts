import type { APIRoute } from 'astro'
import { sitemapPart } from '#site/data/sitemap.ts'
import { xmlResponse } from '../layouts/xml-response.ts'

export const GET: APIRoute = async ({ locals, params }) =>
  xmlResponse(await sitemapPart(locals.page, params.part ?? ''))
