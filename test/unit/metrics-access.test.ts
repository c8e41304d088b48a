import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '#shared/config.ts'
import { metricsAccess } from '#site/server/metrics-access.ts'

const TOKEN = 'mot-ma-rat-dai-1234'
const ask = (
  settings: Record<string, string>,
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
) => {
  const mayRead = metricsAccess(readConfig({ PAYLOAD_SECRET: 'x'.repeat(32), ...settings }))
  const request = { headers: { host: '127.0.0.1:4321', ...headers }, socket: { remoteAddress } }
  return mayRead(request as unknown as IncomingMessage)
}
const PUBLIC = { SITE_URL: 'https://khuyencong.example.vn' }

test.each([
  ['this machine', {}, '127.0.0.1', true],
  ['this machine by another name', { host: 'localhost' }, '127.0.0.9', true],
  ['this machine over IPv6', { host: '[::1]:4321' }, '::1', true],
  ['this machine on a dual-stack socket', {}, '::ffff:127.0.0.1', true],
  ['another machine', {}, '10.0.0.7', false],
  ['a proxy that names the public host', { host: 'khuyencong.example.vn' }, '127.0.0.1', false],
  ['a host that only begins like this machine', { host: '127.0.0.1.evil.vn' }, '127.0.0.1', false],
  ['no host', { host: '' }, '127.0.0.1', false],
  ['a proxy that says so', { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1', false],
  ['a proxy that says so otherwise', { forwarded: 'for=203.0.113.9' }, '127.0.0.1', false],
  ['a proxy that says so shortly', { via: '1.1 x' }, '127.0.0.1', false],
])('a portal that is tried on its own machine shows figures to %s: %j', (_, headers, from, may) => {
  expect(ask({}, headers as unknown as Record<string, string>, from)).toBe(may)
})

test('a portal with a name shows none without a token, whatever a proxy hides', () => {
  expect(ask(PUBLIC)).toBe(false)
  expect(ask({ SITE_URL: 'http://10.0.0.7:8080' })).toBe(false)
})

test('a token opens them, from anywhere, and nothing else does', () => {
  const settings = { ...PUBLIC, METRICS_TOKEN: TOKEN }
  expect(ask(settings, { authorization: `Bearer ${TOKEN}` }, '10.0.0.7')).toBe(true)
  expect(ask(settings, { authorization: `bearer ${TOKEN}` })).toBe(true)
  for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, TOKEN, `Basic ${TOKEN}`]) {
    expect(ask(settings, { authorization }), authorization).toBe(false)
  }
  expect(ask({ METRICS_TOKEN: TOKEN })).toBe(false)
})

test('a token that can be guessed is a wrong setting', () => {
  for (const token of ['ngan', 'có dấu và dấu cách ở trong']) {
    expect(() => ask({ METRICS_TOKEN: token })).toThrow(ConfigError)
  }
})
