import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddressReader } from '#cms/access/client-address.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test.each([
  ['a stranger is taken at the address of the connection', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
  ['a trusted proxy is believed', '10.1.2.3', '198.51.100.7', '198.51.100.7'],
  [
    'what a client wrote before the proxy is not',
    '10.1.2.3',
    '1.1.1.1, 198.51.100.7',
    '198.51.100.7',
  ],
  ['a chain of trusted proxies is followed', '10.1.2.3', '198.51.100.7, 10.9.9.9', '198.51.100.7'],
  ['nonsense is not an address', '10.1.2.3', 'unknown', '10.1.2.3'],
  ['a proxy that says nothing is the client', '10.1.2.3', undefined, '10.1.2.3'],
  [
    'an IPv4 address on an IPv6 socket is the same',
    '::ffff:10.1.2.3',
    '198.51.100.7',
    '198.51.100.7',
  ],
  ['IPv6 proxies are known too', '2001:db8::1', '2001:db8:ffff::9', '2001:db8:ffff::9'],
])('%s', (_, remote, forwarded, expected) => {
  const read = clientAddressReader(['10.0.0.0/8', '2001:db8::1'])
  expect(read(request(remote, forwarded))).toBe(expected)
})

test('a range that is none is a wrong setting', () => {
  expect(() => clientAddressReader(['10.0.0.0/99'])).toThrow('TRUSTED_PROXIES holds "10.0.0.0/99"')
})

test('without trusted proxies nothing is believed', () => {
  expect(clientAddressReader([])(request('127.0.0.1', '198.51.100.7'))).toBe('127.0.0.1')
})

test.each([
  ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '198.51.100.7' }, 'untrusted'],
  ['a proxy of a private network', '192.168.1.2', { 'x-real-ip': '198.51.100.7' }, 'untrusted'],
  ['a proxy of a private network (IPv6)', 'fd00::2', { forwarded: 'for=x' }, 'untrusted'],
  ['a trusted proxy that says it in another way', '10.1.2.3', { forwarded: 'for=x' }, 'trusted'],
])('%s is told of, whose word is not read', (_, remoteAddress, headers, is) => {
  const told: unknown[] = []
  const read = clientAddressReader(['10.0.0.0/8'], (proxy) => told.push(proxy))
  expect(read({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)).toBe(
    remoteAddress,
  )
  expect(told).toEqual([{ peer: remoteAddress, is, header: Object.keys(headers)[0] }])
})

test.each([
  ['a stranger who makes something up', '203.0.113.9', { 'x-forwarded-for': '1.1.1.1' }],
  ['a trusted proxy that is read', '10.1.2.3', { 'x-forwarded-for': '1.1.1.1', forwarded: 'x' }],
  ['a reader of a private network', '192.168.1.2', {}],
])('%s is no news', (_, remoteAddress, headers) => {
  const told: unknown[] = []
  const read = clientAddressReader(['10.0.0.0/8'], (proxy) => told.push(proxy))
  read({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)
  expect(told).toEqual([])
})
