import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusedRequests } from '#site/server/refused-requests.ts'
import { openConnection } from '#test/support/raw-connection.ts'

const statuses: number[] = []
const refused = refusedRequests([['x-content-type-options', 'nosniff']], (status) =>
  statuses.push(status),
)
/** Answers that a test sends when it likes. */
const waiting: ServerResponse[] = []
const limits = { headersTimeout: 300, connectionsCheckingInterval: 50 }
const server = createServer(limits, (request, response) => {
  refused.note(request, response)
  waiting.push(response)
})
server.on('clientError', refused.refuse)
let port: number

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const GOOD = 'GET /a HTTP/1.1\r\nHost: x\r\n\r\n'

test('a head that never ends is answered by a page with all headers, and counted', async () => {
  const connection = await openConnection(port)
  connection.send('GET / HTTP/1.1\r\nHost: x\r\n')
  const { status, head, body } = await connection.next()
  expect(status).toBe(408)
  expect(head).toMatch(/x-content-type-options: nosniff\r\n[^]*connection: close\r\n/i)
  expect(body.toString()).toContain('Gửi quá lâu')
  expect(await connection.closed()).toBe('')
  expect(statuses).toContain(408)
})

test('bad bytes behind a good request are answered after it, in their order', async () => {
  const connection = await openConnection(port)
  connection.send(`${GOOD}NONSENSE\r\n\r\n`)
  await expect.poll(() => waiting.length).toBe(1)
  waiting.pop()?.writeHead(200, { 'content-length': 2 }).end('ok')
  expect(await connection.next()).toMatchObject({ status: 200, body: Buffer.from('ok') })
  expect((await connection.next()).status).toBe(400)
  expect(await connection.closed()).toBe('')
})

test('a bad body ends its own request', async () => {
  const connection = await openConnection(port)
  connection.send('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n')
  expect((await connection.next()).status).toBe(400)
  expect(await connection.closed()).toBe('')
  waiting.pop()
})

test('a client that goes on sending is cut off', async () => {
  const connection = await openConnection(port)
  connection.send('NONSENSE\r\n\r\n')
  expect((await connection.next()).status).toBe(400)
  const more = setInterval(() => connection.send('x'.repeat(1_000)), 20)
  expect(await connection.closed()).toBe('')
  clearInterval(more)
})
