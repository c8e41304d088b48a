import { afterAll, beforeAll, expect, test } from 'vitest'
import { countersOf } from '#cms/database/counters.ts'
import { recordVisits } from '#site/data/visits.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
let portal: TestPortal
let site: SiteProcess

beforeAll(async () => {
  portal = await openPortal()
  site = await startSite({ TRUSTED_PROXIES: '127.0.0.1' })
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

let lastAddress = 0
/** The headers of a browser at an address of its own, behind the trusted proxy. */
const browser = (more: Record<string, string> = {}) => ({
  'user-agent': CHROME,
  'sec-fetch-site': 'same-origin',
  'x-forwarded-for': `198.18.${(lastAddress += 1) >> 8}.${lastAddress & 255}`,
  ...more,
})
const beacon = (path: string, headers: Record<string, string> = browser()) =>
  site.ask('/luot-xem', { method: 'POST', body: new URLSearchParams({ path }), headers })
const kept = () => countersOf(portal.payload).read('total')

test('a beacon is answered with the totals once its visit is on disk', async () => {
  const before = await kept()
  const answer = await beacon('/')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({ total: before.visits + 1, today: before.visits + 1 })
  expect((await kept()).visits).toBe(before.visits + 1)
})

test('a reader without scripts is counted by the picture', async () => {
  const before = await kept()
  const answer = await site.ask('/luot-xem.gif?path=%2Ftin-tuc', {
    headers: browser({ 'sec-fetch-dest': 'image' }),
  })
  expect(answer.headers.get('content-type')).toBe('image/gif')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect((await kept()).visits).toBe(before.visits + 1)
})

test.each([
  ['another site', '/', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a sandboxed page of nowhere', '/', { 'sec-fetch-site': 'none', origin: 'null' }, 403],
  ['a path that is none', 'tin-tuc', {}, 400],
  ['another host', '//evil.example/', {}, 400],
  ['a file', '/tep/x/y.pdf', {}, 400],
  ['a preview', '/xem-truoc', {}, 400],
  ['a very long path', `/${'a'.repeat(500)}`, {}, 400],
])('%s counts nothing', async (_, path, headers, status) => {
  const before = await kept()
  expect((await beacon(path, browser(headers))).status).toBe(status)
  expect(await kept()).toEqual(before)
})

test('a browser that tells no Sec-Fetch-Site is judged by its origin', async () => {
  const { 'sec-fetch-site': _, ...older } = browser()
  expect((await beacon('/', older)).status).toBe(403)
  expect((await beacon('/', { ...older, origin: 'https://evil.example' })).status).toBe(403)
  expect((await beacon('/', { ...older, origin: site.origin })).status).toBe(200)
})

test('a loop at one address adds one visit, and is stopped', async () => {
  const before = await kept()
  const headers = browser()
  const answers = await Promise.all(Array.from({ length: 130 }, () => beacon('/', headers)))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
  expect((await kept()).visits).toBe(before.visits + 1)
})

test('a loop at one address that calls itself by ever new names adds 120 visits an hour', async () => {
  const before = await kept()
  const from = browser()
  const named = (name: string) => beacon('/', { ...from, 'user-agent': `${CHROME} ${name}` })
  // The rate of a minute would hide the limit of an hour: other addresses of the same /64.
  const near = (at: number) => ({ ...from, 'x-forwarded-for': `2001:db8:7:7::${at.toString(16)}` })
  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, at) => named(String(at)).then(({ status }) => status)),
  )
  expect(new Set(answers)).toEqual(new Set([200]))
  expect((await named('121')).status).toBe(429)
  const others = await Promise.all(Array.from({ length: 130 }, (_, at) => beacon('/', near(at))))
  expect(others.filter(({ status }) => status === 200)).toHaveLength(120)
  expect((await kept()).visits).toBe(before.visits + 240)
})

test('two processes that count at once lose nothing', async () => {
  const before = await kept()
  const addresses = Array.from({ length: 40 }, (_, i) => `192.0.2.${i}`)
  const [answers] = await Promise.all([
    Promise.all(addresses.map(() => beacon('/'))),
    Promise.all(
      addresses.map((clientAddress) =>
        recordVisits(portal.payload, [{ path: '/', clientAddress, userAgent: CHROME }], new Date()),
      ),
    ),
  ])
  expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200))
  expect(await kept()).toMatchObject({ visits: before.visits + 80, views: before.views + 80 })
})
