import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { ADMIN, asJson, signIn } from '#test/support/rest-session.ts'
import { openConnection, type RawConnection } from '#test/support/raw-connection.ts'
import { sendHostile } from '#test/support/send-hostile.ts'

const { cmsUrl } = inject('portal')
const port = Number(new URL(cmsUrl).port)
const open: RawConnection[] = []

async function ask(bytes: string) {
  const connection = await openConnection(port)
  open.push(connection)
  return connection.ask(bytes)
}

afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy()
})

const HEADERS = [
  /^content-security-policy: default-src 'none'.*frame-ancestors 'none'/im,
  /^x-content-type-options: nosniff\r$/im,
  /^x-frame-options: DENY\r$/im,
  /^referrer-policy: /im,
  /^permissions-policy: /im,
  /^cross-origin-opener-policy: same-origin\r$/im,
]

describe('the server of the cms', () => {
  test.each([
    ['two Host headers', 'GET /api/users/init HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['no Host header', 'GET /api/users/init HTTP/1.1\r\n\r\n', 400],
    ['a Host that is none', 'GET /admin HTTP/1.1\r\nHost: a b%\r\n\r\n', 400],
    ['a broken escape', 'GET /api/%ff HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a lone percent sign', 'POST /admin/% HTTP/1.1\r\nHost: a\r\ncontent-length: 0\r\n\r\n', 400],
    ['an address of another server', 'GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['an encoded slash', 'GET /api/files/file/..%2fx HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['an origin that is none', 'GET /admin HTTP/1.1\r\nHost: a\r\nOrigin: x\r\n\r\n', 400],
    ['no request at all', 'HELLO\r\n\r\n', 400],
    [
      'a post without a call',
      'POST /admin/logout HTTP/1.1\r\nHost: a\r\ncontent-length: 0\r\n\r\n',
      405,
    ],
    [
      'a method without meaning',
      'PUT /api/news HTTP/1.1\r\nHost: a\r\ncontent-length: 0\r\n\r\n',
      405,
    ],
    ['a wish that it cannot fulfil', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n', 417],
    ['a head of 20 KB', `GET / HTTP/1.1\r\nHost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'a body of 300 MB',
      'POST /api/news HTTP/1.1\r\nHost: a\r\ncontent-length: 314572800\r\n\r\nx',
      413,
    ],
    ['pictures in other sizes', 'GET /_next/image?url=/x&w=1&q=1 HTTP/1.1\r\nHost: a\r\n\r\n', 404],
  ])('answers %s with all headers', async (_, bytes, status) => {
    const answer = await ask(bytes)
    expect(answer.status).toBe(status)
    for (const header of HEADERS) expect(answer.head).toMatch(header)
  })

  test('does not read to its end what nobody asked for', async () => {
    const connection = await openConnection(port)
    open.push(connection)
    connection.send('POST /api/news HTTP/1.1\r\nHost: a\r\ntransfer-encoding: chunked\r\n\r\n')
    const chunk = `100000\r\n${'x'.repeat(1 << 20)}\r\n`
    let sent = 0
    const send = () => {
      while (!connection.socket.destroyed && sent < 300 && connection.socket.write(chunk, 'latin1'))
        sent += 1
    }
    connection.socket.on('drain', send)
    send()
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 (400|413) /)
    expect(sent).toBeLessThan(300)
  })

  test('tells no cache to keep an answer of the API, and gives no client its own address', async () => {
    const answer = await fetch(`${cmsUrl}/api/users/init`, {
      headers: { 'x-portal-client-address': '10.0.0.1' },
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('gives every page of the admin a nonce of its own, and frames it nowhere', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const answer = await fetch(`${cmsUrl}/admin/login`)
        const policy = answer.headers.get('content-security-policy') ?? ''
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
        const html = await answer.text()
        for (const [script] of html.matchAll(/<script\b[^>]*>/g)) {
          expect(script).toContain(`nonce="${nonce}"`)
        }
        expect(policy).toContain("frame-ancestors 'none'")
        return policy
      }),
    )
    expect(policies[0]).not.toBe(policies[1])
  })

  test.each([
    ['next-action', 'x'],
    ['next-action', '7f'.repeat(21)],
    ['next-router-state-tree', '%'],
    ['next-router-state-tree', '%5B1%5D'],
    ['x-forwarded-host', 'a b'],
    ['next-url', '%ff'],
  ])('does not fail on the header %s: %s', async (name, value) => {
    for (const method of name === 'next-action' ? ['POST'] : ['GET']) {
      const body = method === 'POST' ? '["$undefined"]' : undefined
      const headers = { [name]: value, rsc: '1' }
      const answer = await fetch(`${cmsUrl}/admin/login`, {
        method,
        headers,
        body: body ?? null,
        redirect: 'manual',
      })
      expect(answer.status).toBeLessThan(500)
    }
  })
})

/** What a fuzzer found that was answered 500 once; each stands for its kind. */
test('requests that once were its faults are not any more, for strangers and for admins', async () => {
  const portal = inject('portal')
  await signIn(portal)
  const answer = await fetch(`${cmsUrl}/api/users/login`, asJson('POST', ADMIN))
  const { token } = (await answer.json()) as { token: string }
  const file = new URL('../support/found-requests.json', import.meta.url)
  const found = JSON.parse(await readFile(file, 'utf8')) as [string, string, string][]
  const faults: unknown[] = []
  for (const as of [null, token]) {
    for (const type of ['application/json', 'text/plain']) {
      for (const [method, target, body] of found) {
        const headers: Record<string, string> = body ? { 'content-type': type } : {}
        const status = await sendHostile(cmsUrl, { method, target, headers, body }, as)
        if (status >= 500 || status <= 0) faults.push([status, method, target, body])
      }
    }
  }
  expect(faults).toEqual([])
})
