import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { claimPort, type ClaimedPort } from '#cms/commands/start/ports.ts'
import { serveWaitingPage, type WaitingPage } from '#cms/commands/start/waiting-page.ts'

const servers: Server[] = []
const claims: ClaimedPort[] = []
let page: WaitingPage | undefined

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => once(server.close(), 'close')))
  for (const claimed of claims.splice(0)) claimed.release()
  await page?.close()
  page = undefined
})

const endpoint = (port: number, portIsFixed: boolean) => ({
  host: '127.0.0.1',
  port,
  portIsFixed,
  publicUrl: `http://localhost:${port}`,
})

async function takePort(port = 0, host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(port, host)
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function portFor(...wanted: Parameters<typeof claimPort>): Promise<number> {
  const claimed = await claimPort(...wanted)
  claims.push(claimed)
  return claimed.port
}

async function freePort(): Promise<number> {
  const port = await takePort()
  await Promise.all(servers.splice(0).map((server) => once(server.close(), 'close')))
  return port
}

test('a default port that is taken gives way to the next free one', async () => {
  const taken = await takePort()
  expect(await portFor('SITE_PORT', endpoint(taken, false))).toBeGreaterThan(taken)
})

test('a port that the settings name and that is taken stops the start and says what to do', async () => {
  const taken = await takePort()
  await expect(portFor('SITE_PORT', endpoint(taken, true))).rejects.toThrow(
    `Cổng ${taken} (SITE_PORT trong cài đặt) đang có chương trình khác dùng.`,
  )
})

test('a port that somebody holds on every address is taken as well', async () => {
  const taken = await takePort(0, '::')
  expect(await portFor('SITE_PORT', endpoint(taken, false))).not.toBe(taken)
})

test('starts of the same second take a port each, before anybody listens', async () => {
  const free = await freePort()
  const ports = await Promise.all(
    Array.from({ length: 4 }, () => portFor('SITE_PORT', endpoint(free, false))),
  )
  expect(new Set(ports).size).toBe(4)
  await expect(portFor('CMS_PORT', endpoint(ports[0] ?? 0, true))).rejects.toThrow('CMS_PORT')
})

test('the port of the last start is taken again, though the usual one is free', async () => {
  const [usual, last] = [await freePort(), await freePort()]
  expect(await portFor('SITE_PORT', endpoint(usual, false), last)).toBe(last)
})

test('a port of the last start that is taken by now gives way; one that is named wins', async () => {
  const [usual, named] = [await freePort(), await freePort()]
  const last = await takePort()
  expect(await portFor('SITE_PORT', endpoint(usual, false), last)).toBe(usual)
  expect(await portFor('SITE_PORT', endpoint(named, true), usual)).toBe(named)
})

test('while the portal is made ready every address says so and asks to come back', async () => {
  const port = await freePort()
  page = await serveWaitingPage(port, '127.0.0.1')
  for (const method of ['GET', 'POST']) {
    const answer = await fetch(`http://127.0.0.1:${port}/tin-tuc/mot-bai`, { method })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const html = await answer.text()
    expect(html).toContain('Cổng thông tin đang được chuẩn bị')
    expect(html).toContain('http-equiv="refresh"')
  }
})
