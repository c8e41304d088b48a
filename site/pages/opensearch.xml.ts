import type { APIRoute } from 'astro'
import { searchDescription } from '#site/data/search-description.ts'
import { xmlResponse } from '../layouts/xml-response.ts'

export const GET: APIRoute = async (context) =>
  xmlResponse(
    context,
    await searchDescription(context.locals.page),
    'application/opensearchdescription+xml',
  )
