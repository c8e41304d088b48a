import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { generateCookie, parseCookies } from 'payload/shared'
import type { Config } from '#shared/config.ts'

const LIFETIME_S = 400 * 24 * 3_600

/**
 * The device that sends these headers, where it has logged in to this account before; else `null`.
 * It proves nothing but that: the password is asked for all the same.
 */
export function deviceOf(headers: Headers, email: string, secret: string): string | null {
  const [device = '', signature = ''] = (parseCookies(headers).get(nameOf(email)) ?? '').split('.')
  const [given, expected] = [signature, signatureOf(device, email, secret)].map((text) =>
    Buffer.from(text),
  )
  if (!given || !expected || device === '' || given.length !== expected.length) return null
  return timingSafeEqual(given, expected) ? device : null
}

/** The cookie that a log-in gives: this device is known to this account from now on. */
export function deviceCookie(email: string, { secret, cms }: Config): string {
  const device = randomBytes(16).toString('base64url')
  return generateCookie({
    name: nameOf(email),
    value: `${device}.${signatureOf(device, email, secret)}`,
    path: '/api/users/login',
    maxAge: LIFETIME_S,
    httpOnly: true,
    sameSite: 'Strict',
    secure: cms.publicUrl.startsWith('https:'),
    returnCookieAsObject: false,
  }) as string
}

/** One a account, without its address: several people may share a device. */
function nameOf(email: string): string {
  return `portal-device-${createHash('sha256').update(email).digest('hex').slice(0, 16)}`
}

function signatureOf(device: string, email: string, secret: string): string {
  return createHmac('sha256', secret).update(`device:${device}:${email}`).digest('base64url')
}
