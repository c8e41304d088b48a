import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { admitCookies, boundCookies, sessionReader } from '#cms/server/session.ts'

const SECRET = 'a-secret-of-more-than-32-characters!'
const KEY = createHash('sha256').update(SECRET).digest('hex').slice(0, 32)
const SOON = Math.floor(Date.now() / 1_000) + 60

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
function token(claims: object, { key = KEY, alg = 'HS256' } = {}): string {
  const text = `${encoded({ alg, typ: 'JWT' })}.${encoded(claims)}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}
const request = (headers: IncomingMessage['headers']) => ({ headers }) as IncomingMessage

describe('a session', () => {
  const hasSession = sessionReader(SECRET)

  it('is known by its signature, in the cookie and in the header', () => {
    const good = token({ id: 'x', exp: SOON })
    expect(hasSession(request({ cookie: `a=b; payload-token=${good}` }))).toBe(true)
    expect(hasSession(request({ authorization: `JWT ${good}` }))).toBe(true)
  })

  it.each([
    ['of another secret', token({ exp: SOON }, { key: 'other' })],
    ['that has run out', token({ exp: SOON - 120 })],
    ['without an end', token({})],
    ['without a signature', `${encoded({ alg: 'none' })}.${encoded({ exp: SOON })}.`],
    ['that is none', 'x.y.z'],
    ['that is empty', ''],
  ])('%s does not count', (_, made) => {
    expect(hasSession(request({ cookie: `payload-token=${made}` }))).toBe(false)
    expect(hasSession(request({ authorization: `JWT ${made}` }))).toBe(false)
  })
})

describe('behind TLS', () => {
  it('only the cookie that is bound to this host is handed on, under its plain name', () => {
    const both = request({
      cookie: 'payload-token=forged; __Host-payload-token=own; payload-lng=vi',
    })
    admitCookies(both)
    expect(both.headers.cookie).toBe('payload-token=own; payload-lng=vi')
    const bare = request({ cookie: 'payload-token=forged' })
    admitCookies(bare)
    expect(bare.headers.cookie).toBeUndefined()
  })

  it('the session is set with the prefix, other cookies are not', () => {
    const set = ['payload-token=x; Path=/; Secure', 'payload-lng=vi; Path=/']
    expect(boundCookies(set)).toEqual(['__Host-payload-token=x; Path=/; Secure', set[1]])
  })
})
