import type { APIContext } from 'astro'

/** An XML document as a response; the 404 page where there is none. */
export function xmlResponse(
  context: APIContext,
  root: string | null,
  type = 'application/xml',
): Response | Promise<Response> {
  if (root === null) return context.rewrite('/404')
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  })
}
