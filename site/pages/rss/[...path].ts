import type { APIRoute } from 'astro'
import { newsFeed } from '#site/data/feed.ts'
import { xmlResponse } from '../../layouts/xml-response.ts'

export const GET: APIRoute = async ({ locals, params }) =>
  xmlResponse(await newsFeed(locals.page, params.path), 'application/rss+xml')
