import type { APIRoute } from 'astro'
import { newsFeed } from '#site/data/feed.ts'
import { xmlResponse } from '../../layouts/xml-response.ts'

export const GET: APIRoute = async (context) =>
  xmlResponse(context, await newsFeed(context.locals.page), 'application/rss+xml')
