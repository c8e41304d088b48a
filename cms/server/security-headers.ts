import type { Config } from '#shared/config.ts'

export type Header = readonly [name: string, value: string]

/** Answers that are no page of the admin show nothing, run nothing and are framed nowhere. */
const CLOSED_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Style elements that the admin writes into its pages, by SHA-256 of their text: the order of its
 * layers, the one that emotion fills later, those of its messages and of its modals. They change
 * with a version of Payload; test/e2e/admin-policy.test.ts then fails and prints the new ones.
 */
const STYLES = [
  "'sha256-UO8+f0Vt7qym1f9lUl0nh47l5M7MX3W3qSnbWSxu6+8='",
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-Od9mHMH7x2G6QuoV3hsPkDCwIyqbg2DX3F5nLeCYQBc='",
  "'sha256-RRvYYvypkfR67NPWQ5YM5msNEwtYz7N+9rYPCnXMfXw='",
].join(' ')

/**
 * The policy of the admin's pages: scripts with this answer's nonce and what those load, nothing of
 * another origin, frames nowhere. Style attributes stay open: the admin is made with them.
 * @param isDevelopment sources are evaluated and reloaded over a socket
 */
export function adminPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : STYLES}`,
    "style-src-attr 'unsafe-inline'",
    // The emblem is data:, a picture before its upload blob:.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The headers of every answer of the cms. */
export function securityHeaders({ cms }: Config): readonly Header[] {
  const headers: Header[] = [
    ['content-security-policy', CLOSED_POLICY],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ]
  if (isSecure(cms.publicUrl)) headers.push(['strict-transport-security', 'max-age=31536000'])
  return headers
}

/** Whether browsers reach the cms by TLS, so that they may be told to insist on it. */
export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}
