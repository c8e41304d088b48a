import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** As Payload names it, and as it names itself here to browsers that come by TLS. */
const COOKIE = 'payload-token'
const BOUND_COOKIE = `__Host-${COOKIE}`

/**
 * Gives the function that tells whether a request brings a session of this portal that has not run
 * out: its signature is right (JWT by HMAC SHA-256, RFC 7519). Whether its account still exists is
 * asked later, by Payload.
 * @param secret PAYLOAD_SECRET; Payload signs with half of its hash
 */
export function sessionReader(secret: string): (request: IncomingMessage) => boolean {
  const key = createHash('sha256').update(secret).digest('hex').slice(0, 32)

  return ({ headers }) => {
    const [, sent] = /^(?:JWT|Bearer) (\S+)$/.exec(headers.authorization ?? '') ?? []
    const kept = cookiesOf(headers.cookie).find(([name]) => name === COOKIE)?.[1]
    return [sent, kept].some((token) => token !== undefined && isOurs(token, key))
  }
}

/**
 * Hands a session cookie on under Payload's name. Where browsers come by TLS only the one with the
 * prefix is believed, which no other host and no plain connection can have set (RFC 6265bis, 4.1.3).
 */
export function admitCookies({ headers }: IncomingMessage): void {
  const kept = cookiesOf(headers.cookie)
    .filter(([name]) => name !== COOKIE)
    .map(([name, value]) => `${name === BOUND_COOKIE ? COOKIE : name}=${value}`)
  if (kept.length > 0) headers.cookie = kept.join('; ')
  else delete headers.cookie
}

/** Cookies that an answer sets, with the prefix on that of the session. */
export function boundCookies(cookies: readonly string[]): string[] {
  return cookies.map((cookie) => (cookie.startsWith(`${COOKIE}=`) ? `__Host-${cookie}` : cookie))
}

function cookiesOf(header = ''): [name: string, value: string][] {
  return header.split(';').flatMap((part) => {
    const cut = part.indexOf('=')
    return cut < 0 ? [] : [[part.slice(0, cut).trim(), part.slice(cut + 1).trim()]]
  })
}

function isOurs(token: string, key: string): boolean {
  const [head, claims, signature, ...more] = token.split('.')
  if (!head || !claims || !signature || more.length > 0) return false
  const wanted = createHmac('sha256', key).update(`${head}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: number }
  return typeof exp === 'number' && exp * 1_000 > Date.now()
}
