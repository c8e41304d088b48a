import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  takeConnections,
  type DirectConnections,
} from '#site/server/direct-hits/direct-connections.ts'
import { openConnection, type RawConnection } from '#test/support/raw-connection.ts'

// A server of its own, so that a test can see what arrived there before it goes on.

const HOT = 'GET /hot HTTP/1.1\r\nHost: x\r\n\r\n'
const COLD = 'GET /cold HTTP/1.1\r\nHost: x\r\n\r\n'
/** More than the system takes for a reader who reads nothing. */
const LARGE = Buffer.alloc(16 * 1024 * 1024, 'x')

let server: Server
let directly: DirectConnections
let port: number
let direct: string[]
let ordinary: string[]
let sockets: Socket[]
let hotBody: Buffer

beforeEach(() => {
  direct = []
  ordinary = []
  sockets = []
  hotBody = Buffer.from('hot')
})
afterEach(async () => {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  directly.destroy()
  await closed
})

async function start(limits = { idleMs: 60_000, stalledMs: 60_000 }): Promise<void> {
  server = createServer((request, response) => {
    ordinary.push(request.url ?? '')
    response.setHeader('content-length', request.url?.length ?? 0).end(request.url)
  })
  directly = takeConnections(
    server,
    (socket, bytes) => {
      if (bytes.toString() !== HOT) return false
      direct.push('/hot')
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${hotBody.length}\r\n\r\n`)
      socket.write(hotBody)
      return true
    },
    limits,
  )
  server.on('connection', (socket) => sockets.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
}

const bodyOf = async (answer: Promise<{ body: Buffer }>) => (await answer).body.toString()
/** Busy machines take their time. */
const until = (what: () => unknown) => vi.waitUntil(what, { timeout: 15_000, interval: 1 })
const arrived = (bytes: number) => until(() => sockets.at(-1)?.bytesRead === bytes)
async function connected(): Promise<RawConnection> {
  const before = sockets.length
  const connection = await openConnection(port)
  await until(() => sockets.length > before)
  return connection
}

describe('on one connection', () => {
  beforeEach(() => start())

  test('request after request is answered directly', async () => {
    const connection = await openConnection(port)
    for (let times = 0; times < 5; times += 1) expect(await bodyOf(connection.ask(HOT))).toBe('hot')
    expect([direct.length, ordinary]).toEqual([5, []])
  })

  test('what has no direct answer goes to node:http, and all that follows', async () => {
    const connection = await openConnection(port)
    const answers = []
    for (const request of [HOT, COLD, HOT]) answers.push(await bodyOf(connection.ask(request)))
    expect(answers).toEqual(['hot', '/cold', '/hot'])
    expect([direct, ordinary]).toEqual([['/hot'], ['/cold', '/hot']])
  })

  test('requests that come at once are answered once each, in their order', async () => {
    const connection = await openConnection(port)
    connection.send(HOT + COLD + HOT)
    for (const body of ['/hot', '/cold', '/hot']) {
      expect(await bodyOf(connection.next())).toBe(body)
    }
    expect(ordinary).toEqual(['/hot', '/cold', '/hot'])
    expect(direct).toEqual([])
  })

  test('a request that comes in two pieces is answered once, wherever it was cut', async () => {
    for (let cut = 1; cut < HOT.length; cut += 1) {
      const connection = await connected()
      connection.send(HOT.slice(0, cut))
      await arrived(cut)
      expect(await bodyOf(connection.ask(HOT.slice(cut)))).toBe('/hot')
      connection.socket.destroy()
    }
    expect(ordinary).toHaveLength(HOT.length - 1)
    expect(direct).toEqual([])
  })

  test('a request that comes byte by byte is answered once', async () => {
    const connection = await connected()
    for (let sent = 1; sent <= HOT.length; sent += 1) {
      connection.send(HOT.charAt(sent - 1))
      await arrived(sent)
    }
    expect(await bodyOf(connection.next())).toBe('/hot')
  })

  test('a client that sends no more still gets its answer', async () => {
    const connection = await openConnection(port)
    connection.socket.end(HOT)
    expect(await connection.closed()).toMatch(/200 OK[^]*hot$/)
  })

  test('a client that goes in the middle of an answer harms nobody', async () => {
    hotBody = LARGE
    const connection = await connected()
    connection.socket.pause()
    connection.send(HOT)
    await arrived(HOT.length)
    connection.socket.resetAndDestroy()
    await until(() => sockets.at(-1)?.closed)
    hotBody = Buffer.from('hot')
    expect(await bodyOf((await openConnection(port)).ask(HOT))).toBe('hot')
  })
})

describe('a reader who takes nothing', () => {
  test('gets no second answer piled up, and both in their order once it reads', async () => {
    await start()
    hotBody = LARGE
    const connection = await connected()
    connection.socket.pause()
    connection.send(HOT)
    await arrived(HOT.length)
    expect(sockets[0]?.writableLength).toBeGreaterThan(0)
    connection.send(HOT)
    await until(() => ordinary.length === 1)
    expect(direct).toHaveLength(1)
    connection.socket.resume()
    expect((await connection.next()).body.equals(LARGE)).toBe(true)
    expect(await bodyOf(connection.next())).toBe('/hot')
  })

  test('is cut off after a while', async () => {
    await start({ idleMs: 50, stalledMs: 50 })
    hotBody = LARGE
    const connection = await connected()
    connection.socket.pause()
    connection.send(HOT)
    await until(() => sockets[0]?.closed)
    connection.socket.resume()
    expect((await connection.closed()).length).toBeLessThan(LARGE.length)
  })
})

describe('a connection on which nothing comes', () => {
  beforeEach(() => start({ idleMs: 50, stalledMs: 60_000 }))

  test('is closed, before its first request and after an answer', async () => {
    expect(await (await openConnection(port)).closed()).toBe('')
    const used = await openConnection(port)
    await used.ask(HOT)
    expect(await used.closed()).toBe('')
  })

  test('is left to the limits of node:http once a request has begun', async () => {
    const connection = await connected()
    connection.send('GET /hot HTTP/1.1\r\n')
    await arrived(19)
    expect(sockets[0]?.timeout).toBe(0)
    expect(await bodyOf(connection.ask('Host: x\r\n\r\n'))).toBe('/hot')
  })
})

describe('the end of the server', () => {
  beforeEach(() => start())

  test('closes connections that rest at once', async () => {
    const [fresh, used] = [await connected(), await connected()]
    await used.ask(HOT)
    directly.end()
    expect(await Promise.all([fresh.closed(), used.closed()])).toEqual(['', ''])
  })

  test('lets an answer under way go out whole, and takes no further request', async () => {
    hotBody = LARGE
    const connection = await connected()
    connection.socket.pause()
    connection.send(HOT)
    await arrived(HOT.length)
    directly.end()
    connection.send(HOT)
    connection.socket.resume()
    expect((await connection.next()).body.equals(LARGE)).toBe(true)
    expect(await connection.closed()).toBe('')
    expect([direct, ordinary]).toEqual([['/hot'], []])
  })
})

test('a server that others listen to as well is refused', async () => {
  await start()
  expect(() => takeConnections(server, () => false, { idleMs: 1, stalledMs: 1 })).toThrow(
    'listener',
  )
})
