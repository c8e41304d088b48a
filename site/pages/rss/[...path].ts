import type { APIRoute } from 'astro'
import { newsFeed } from '#site/data/feed.ts'
import { xmlResponse } from '../../layouts/xml-response.ts'

export const GET: APIRoute = async (context) => {
  const feed = await newsFeed(context.locals.page, context.params.path)
  return xmlResponse(context, feed, 'application/rss+xml')
}
