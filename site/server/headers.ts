import type { Config } from '#shared/config.ts'
import type { Header } from './exchange.ts'

/** Nothing but the site's own files; no inline scripts and styles, no foreign frames or forms. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
]

/** The headers of every answer. An answer may replace the content security policy by its own. */
export function securityHeaders(config: Config): readonly Header[] {
  const headers: Header[] = [
    ['content-security-policy', PAGE_POLICY.join('; ')],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
  ]
  if (config.site.publicUrl.startsWith('https:')) {
    headers.push(['strict-transport-security', 'max-age=31536000'])
  }
  return headers
}
