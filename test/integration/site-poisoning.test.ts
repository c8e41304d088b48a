import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

// Whoever asks first, and however: what the next reader gets is the page itself.

const EVIL = 'evil.example'
let portal: TestPortal
let site: SiteProcess
let path: string
let tag: string

beforeAll(async () => {
  portal = await openPortal()
  site = await startSite()
  path = `/tin-tuc/${(await buildNews(portal.payload)).slug}`
  // What changed before has been seen: from here on pages stay as they are.
  await vi.waitUntil(async () => (await settled()) && (await settled()), { timeout: 60_000 })
  tag = (await plain(path)).tag
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

async function settled(): Promise<boolean> {
  await plain(path)
  const before = await metric('pages_rendered_total')
  const { status } = await plain(path)
  return status === 200 && (await metric('pages_rendered_total')) === before
}

async function metric(name: string): Promise<number> {
  const metrics = await (await site.ask('/metrics')).text()
  return Number(new RegExp(`^(?:portal|process)_${name} ([\\d.]+)$`, 'm').exec(metrics)?.[1])
}

async function plain(at: string) {
  const answer = await site.ask(at, { headers: { 'accept-encoding': 'identity' } })
  return { status: answer.status, tag: answer.headers.get('etag') ?? '', text: await answer.text() }
}

/** Sends a head as it is. */
async function send(method: string, target: string, headers: readonly string[] = []) {
  const head = [`${method} ${target} HTTP/1.1`, 'Host: localhost', ...headers, 'Connection: close']
  const answer = await site.sendRaw(`${head.join('\r\n')}\r\n\r\n`)
  const at = answer.indexOf('\r\n\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]),
    headers: answer.slice(0, at).toLowerCase(),
    body: answer.slice(at + 4),
  }
}

/** The plain address still gives the very page that it gave before. */
async function isUnharmed(): Promise<void> {
  const page = await plain(path)
  expect(page).toMatchObject({ status: 200, tag })
  expect(page.text).not.toContain(EVIL)
}

describe('a page is not changed by', () => {
  test.each([
    [`X-Forwarded-Host: ${EVIL}`],
    [`X-Forwarded-Server: ${EVIL}`],
    [`Forwarded: host=${EVIL};proto=ftp`],
    [`X-Host: ${EVIL}`],
    [`X-Original-URL: /${EVIL}`],
    [`X-Rewrite-URL: /${EVIL}`],
    ['X-Forwarded-Proto: ftp'],
    ['X-Forwarded-Port: 666'],
    [`X-Forwarded-Prefix: /${EVIL}`],
    ['X-HTTP-Method-Override: POST'],
    ['X-Method-Override: DELETE'],
    [`Origin: https://${EVIL}`],
    [`Referer: https://${EVIL}/`],
    [`User-Agent: ${EVIL}`],
    [`Cookie: a=${EVIL}; hien-thi=${EVIL}`],
    ['Accept: application/json'],
    ['Accept-Language: en, fr;q=0.5'],
    ['Range: bytes=0-10'],
    ['Cache-Control: no-store'],
    ['Pragma: x-pragma'],
    ['Upgrade: h2c'],
  ])('%s', async (header) => {
    const answer = await send('GET', path, [header])
    expect(answer.status).toBe(200)
    expect(answer.headers).toContain(`etag: ${tag.toLowerCase()}`)
    expect(answer.headers + answer.body).not.toContain(EVIL)
    await isUnharmed()
  })
})

describe('an odd method gets an answer of its own, and no page:', () => {
  test.each([
    ['PURGE', 405],
    ['PROPFIND', 405],
    ['TRACE', 405],
    ['OPTIONS', 405],
    ['DELETE', 405],
    // These never reach a handler: Node's parser knows the methods that there are.
    ['BAN', 400],
    ['get', 400],
    ['GeT', 400],
  ])('%s', async (method, status) => {
    expect((await send(method, path)).status).toBe(status)
    await isUnharmed()
  })

  test('CONNECT ends with the connection', async () => {
    await site.sendRaw(`CONNECT ${EVIL}:443 HTTP/1.1\r\nHost: ${EVIL}\r\n\r\n`)
    await isUnharmed()
  })
})

describe('an odd way to write an address is refused, leads to the one address, or to nothing:', () => {
  test.each([
    ['/tin-tuc/SLUG/', 301],
    ['//tin-tuc/SLUG', 301],
    ['/tin-tuc//SLUG//', 301],
    ['/TIN-tuc/SLUG', 301],
    ['/tin-tuc%2FSLUG', 400],
    ['/tin-tuc%5cSLUG', 400],
    ['/tin-tuc/%2e%2e/tin-tuc/SLUG', 400],
    ['/tin-tuc/./SLUG', 400],
    ['/tin-tuc/SLUG%00', 400],
    [`/tin-tuc/SLUG#${EVIL}`, 400],
    [`http://${EVIL}/tin-tuc/SLUG`, 400],
    ['/tin-tuc/SLUG.', 404],
    [`/tin-tuc/SLUG;v=${EVIL}`, 404],
    ['/tin-tuc/SLUG.css', 404],
    ['/tin-tuc/SLUG/x.js', 404],
    ['/tin-tuc/SLUG%20', 404],
    [`/tin-tuc/SLUG%3Fq=${EVIL}`, 404],
  ])('%s', async (written, status) => {
    const answer = await send('GET', written.replace('SLUG', path.slice('/tin-tuc/'.length)))
    const location = /^location: (.*)$/m.exec(answer.headers)?.[1]?.trim()
    expect([answer.status, location]).toEqual([status, status === 301 ? path : undefined])
    await isUnharmed()
  })
})

test('parameters that a page knows count once each, in any order and however often they come', async () => {
  const first = await plain('/van-ban?loai=luat&loai=nghi-dinh&nam=2020')
  const rendered = await metric('pages_rendered_total')
  for (const query of [
    'nam=2020&loai=luat&loai=nghi-dinh',
    'loai=luat&nam=2020&loai=nghi-dinh&trang=',
    'LOAI=thong-tu&loai=luat&loai=nghi-dinh&nam=2020&Nam=1999',
    'loai=luat&x[]=1&loai=nghi-dinh&nam=2020&__proto__=1',
    'loai=%6Cuat&loai=nghi-dinh&nam=2020',
    'nam=2020&loai=luat&loai=luat&loai=nghi-dinh&nam=2020&loai=luat',
  ]) {
    expect((await plain(`/van-ban?${query}`)).tag, query).toBe(first.tag)
  }
  expect(await metric('pages_rendered_total')).toBe(rendered)
})

test('parameters of other pages make no page of their own', async () => {
  const before = await metric('pages_kept')
  for (const query of [
    '?q=a',
    '?trang=2',
    '?loai=luat',
    `?utm_source=${EVIL}`,
    '?',
    '?=',
    '?&&&',
  ]) {
    expect((await plain(path + query)).tag, query).toBe(tag)
  }
  expect(await metric('pages_kept')).toBe(before)
  await isUnharmed()
})

test('thousands of addresses that lead nowhere, and long ones, fill no memory', async () => {
  const kept = await metric('pages_kept')
  for (let at = 0; at < 2_000; at += 200) {
    const heads = Array.from({ length: 200 }, (_, index) => {
      const end = index === 199 ? 'Connection: close\r\n' : ''
      const long = (at + index) % 10 === 0 ? 'a'.repeat(1_800) : ''
      return `HEAD /x${at + index}${long} HTTP/1.1\r\nHost: localhost\r\n${end}\r\n`
    })
    const answers = await site.sendRaw(heads.join(''))
    expect(answers.split('HTTP/1.1 404')).toHaveLength(201)
  }
  expect(await metric('pages_kept')).toBeLessThanOrEqual(kept)
  // Of absent pages 4 MiB are kept, apart from the others.
  expect(await metric('pages_kept_bytes')).toBeLessThan(8 * 1024 * 1024)
  expect((await send('GET', `/${'a'.repeat(5_000)}`)).status).toBe(414)
  expect((await send('GET', `/${'a'.repeat(20_000)}`)).status).toBe(431)
  await isUnharmed()
}, 120_000)
