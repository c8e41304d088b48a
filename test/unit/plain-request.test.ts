import { describe, expect, test } from 'vitest'
import { readPlainRequest } from '#site/server/direct-hits/plain-request.ts'

const BROWSER = [
  'Host: khuyencong.example.vn:8080',
  'Connection: keep-alive',
  'Cache-Control: max-age=0',
  'sec-ch-ua: "Chromium";v="142", "Not_A Brand";v="99"',
  'sec-ch-ua-platform: "Linux"',
  'Upgrade-Insecure-Requests: 1',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0',
  'Accept: text/html,*/*;q=0.8',
  'Sec-Fetch-Site: same-origin',
  'Referer: http://khuyencong.example.vn/tin-tuc?trang=2',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: vi,en;q=0.9',
  'If-None-Match: "abc-br", W/"x"',
]
const requestOf = (lines: string[], first = 'GET /tin-tuc HTTP/1.1') =>
  `${[first, ...lines].join('\r\n')}\r\n\r\n`

test('what a browser sends is read as it was meant', () => {
  expect(readPlainRequest(requestOf(BROWSER))).toEqual({
    method: 'GET',
    target: '/tin-tuc',
    acceptEncoding: 'gzip, deflate, br, zstd',
    ifNoneMatch: '"abc-br", W/"x"',
  })
})

test('the least that HTTP asks for is enough, and names have no case', () => {
  expect(readPlainRequest('HEAD /?q=a HTTP/1.1\r\nhOST: x\r\n\r\n')).toEqual({
    method: 'HEAD',
    target: '/?q=a',
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
  })
})

test('a request that is cut off anywhere is none', () => {
  const whole = requestOf(BROWSER)
  for (let end = 0; end < whole.length; end += 1) {
    expect(readPlainRequest(whole.slice(0, end))).toBeNull()
  }
})

test('a request of which any one byte is broken is read without it or not at all', () => {
  const whole = requestOf(['Host: x', 'Accept-Encoding: br'])
  for (const byte of ['\0', '\t', '\n', '\r', '\u000b', '\u007f', '\u0080', '\u00ff']) {
    for (let at = 0; at <= whole.length; at += 1) {
      expect(readPlainRequest(whole.slice(0, at) + byte + whole.slice(at))).toBeNull()
      expect(readPlainRequest(whole.slice(0, at) + byte + whole.slice(at + 1))).toSatisfy(
        // A broken byte may stand for the very same.
        (read) => read === null || byte === whole[at],
      )
    }
  }
})

describe('is left to node:http:', () => {
  test.each([
    ['two requests', requestOf(['Host: x']).repeat(2)],
    ['a request with something behind it', `${requestOf(['Host: x'])}G`],
    ['an empty line before the request', `\r\n${requestOf(['Host: x'])}`],
    ['another method', requestOf(['Host: x'], 'POST / HTTP/1.1')],
    ['a method in small letters', requestOf(['Host: x'], 'get / HTTP/1.1')],
    ['HTTP/1.0', requestOf(['Host: x'], 'GET / HTTP/1.0')],
    ['HTTP/0.9', 'GET /\r\n'],
    ['no protocol', requestOf(['Host: x'], 'GET /')],
    ['two spaces before the target', requestOf(['Host: x'], 'GET  / HTTP/1.1')],
    ['two spaces behind the target', requestOf(['Host: x'], 'GET /  HTTP/1.1')],
    ['a space in the target', requestOf(['Host: x'], 'GET /a b HTTP/1.1')],
    ['a space behind the protocol', requestOf(['Host: x'], 'GET / HTTP/1.1 ')],
    ['a target with letters beyond ASCII', requestOf(['Host: x'], 'GET /\u00e1 HTTP/1.1')],
    ['an address as the target', requestOf(['Host: x'], 'GET http://x/ HTTP/1.1')],
    ['an asterisk as the target', requestOf(['Host: x'], 'GET * HTTP/1.1')],
    ['lines that end in LF alone', requestOf(['Host: x']).replaceAll('\r', '')],
    ['a head that ends in LF', 'GET / HTTP/1.1\r\nHost: x\r\n\n'],
    ['no field at all', 'GET / HTTP/1.1\r\n\r\n'],
    ['no host', requestOf(['Accept: */*'])],
    ['an empty host', requestOf(['Host: '])],
    ['a host that is none', requestOf(['Host: <x>'])],
    ['a host with a path', requestOf(['Host: x/y'])],
    ['two hosts', requestOf(['Host: x', 'Host: y'])],
    ['the same host twice', requestOf(['Host: x', 'host: x'])],
    ['a space before the colon', requestOf(['Host : x'])],
    ['no space behind the colon', requestOf(['Host:x'])],
    ['two spaces behind the colon', requestOf(['Host:  x'])],
    ['a tab behind the colon', requestOf(['Host:\tx'])],
    ['a space at the end of a line', requestOf(['Host: x '])],
    ['a folded line', requestOf(['Host: x', 'Accept: a\r\n b'])],
    ['a line that begins with a space', requestOf([' Host: x', 'Host: x'])],
    ['a line without a colon', requestOf(['Host: x', 'Accept'])],
    ['a nameless field', requestOf(['Host: x', ': y'])],
    ['an underscore in a name', requestOf(['Host: x', 'Content_Length: 5'])],
    ['a value beyond ASCII', requestOf(['Host: x', 'Referer: /\u00e1'])],
    ['two Accept-Encoding', requestOf(['Host: x', 'Accept-Encoding: br', 'Accept-Encoding: gzip'])],
    ['two If-None-Match', requestOf(['Host: x', 'If-None-Match: "a"', 'If-None-Match: "b"'])],
    ['a field that is not known', requestOf(['Host: x', 'X-Anything: 1'])],
    ['a field named like what every object has', requestOf(['Host: x', 'constructor: 1'])],
    ...[
      'Authorization: Basic eDp5',
      'Connection: close',
      'Connection: Upgrade',
      'Connection: keep-alive, Host',
      'Content-Length: 0',
      'Content-Length: 5',
      'Cookie: hien-thi=3.dark',
      'Expect: 100-continue',
      'If-Match: "a"',
      'If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT',
      'If-Range: "a"',
      'Keep-Alive: 5',
      'Range: bytes=0-5',
      'TE: trailers',
      'Trailer: Host',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: identity',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQAAP__',
    ].map((line) => [line, requestOf(['Host: x', line])]),
  ])('%s', (_what, text = '') => {
    expect(readPlainRequest(text)).toBeNull()
  })
})
