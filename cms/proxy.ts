import { NextResponse, type NextRequest } from 'next/server'

/**
 * The admin speaks Vietnamese until a person chooses otherwise, whatever the browser asks for.
 * The API must stay outside the matcher: this proxy would truncate large uploads.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.cookies.has('payload-lng')) return NextResponse.next()
  const headers = new Headers(request.headers)
  headers.set('accept-language', 'vi')
  const response = NextResponse.next({ request: { headers } })
  response.cookies.set('payload-lng', 'vi', {
    path: '/',
    maxAge: 365 * 24 * 60 * 60,
    sameSite: 'lax',
  })
  return response
}

export const config = { matcher: '/admin/:path*' }
