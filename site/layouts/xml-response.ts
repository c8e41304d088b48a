/** An XML document as a response; 404 where there is none. */
export function xmlResponse(root: string | null, type = 'application/xml'): Response {
  if (root === null) return new Response(null, { status: 404 })
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  })
}
