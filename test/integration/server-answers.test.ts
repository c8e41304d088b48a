import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const NAME = 'Kế hoạch "số 1" năm 2026.pdf'
const CONTENT = `%PDF-1.7\n${'x'.repeat(2_000)}`
let portal: TestPortal
let site: SiteProcess

beforeAll(async () => {
  portal = await openPortal()
  // Without any row, files that lie there would say that the database was lost.
  await buildUser(portal.payload)
  const folder = join(portal.config.publicFilesDir, ID)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, NAME), CONTENT)
  await writeFile(join(folder, 'anh.webp'), 'RIFF')
  await writeFile(join(folder, 'doi.txt'), 'nay')
  await writeFile(join(folder, 'bieu-mau.docx'), 'PK')
  await writeFile(join(portal.config.publicFilesDir, 'secret.txt'), 'secret')
  site = await startSite({ TRUSTED_PROXIES: '127.0.0.1' })
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

const fileUrl = (name: string) => `/tep/${ID}/${encodeURIComponent(name)}`

describe('a page', () => {
  test('carries the security headers and no other policy than its own files', async () => {
    const { headers } = await site.ask('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test.each(['/', '/khong-co', '/%00', '/tep/x/y', '/healthz', '/hien-thi'])(
    '%s is never sniffed nor framed elsewhere',
    async (path) => {
      const { headers } = await site.ask(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    },
  )

  test('is compressed as the reader likes, each with a strong tag of its own, and is spared when known', async () => {
    const tags = new Set<string>()
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await site.ask('/', { headers: { 'accept-encoding': encoding } })
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      expect(await answer.text()).toContain('</html>')
      const etag = answer.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[^"]+"$/)
      tags.add(etag)
      const known = await site.ask('/', {
        headers: { 'accept-encoding': encoding, 'if-none-match': `"other", W/${etag}` },
      })
      expect(known.status).toBe(304)
      expect(await known.text()).toBe('')
    }
    expect(tags.size).toBe(3)
  })

  test('an encoding that is refused by its weight is not used', async () => {
    const headers = { 'accept-encoding': 'br;q=0, gzip;q=0.5' }
    expect((await site.ask('/', { headers })).headers.get('content-encoding')).toBe('gzip')
  })

  test('an absent one is a real 404 that may be indexed nowhere', async () => {
    const answer = await site.ask('/khong-co-trang-nay')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('etag')).toBeNull()
  })
})

test('a page that somebody wants in another state than it is in is not sent', async () => {
  const etag = (await site.ask('/')).headers.get('etag') ?? ''
  const ask = async (tag: string) =>
    (
      await site.sendRaw(
        `GET / HTTP/1.1\r\nHost: x\r\nIf-Match: ${tag}\r\nConnection: close\r\n\r\n`,
      )
    ).slice(9, 12)
  expect(await ask('"nope"')).toBe('412')
  expect(etag).not.toBe('')
  expect(await ask('*')).toBe('200')
})

describe('a published file', () => {
  test('a PDF opens in the browser under its true name', async () => {
    const answer = await site.ask(fileUrl(NAME))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="K_ ho_ch _s_ 1_ n_m 2026.pdf"; filename*=UTF-8''${encodeURIComponent(NAME)}`,
    )
    expect(await answer.text()).toBe(CONTENT)
  })

  test('a picture opens, a document is saved, both in a sandbox', async () => {
    const picture = await site.ask(fileUrl('anh.webp'))
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/)
    const saved = await site.ask(fileUrl('bieu-mau.docx'))
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
    for (const { headers } of [picture, saved]) {
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('comes in ranges', async () => {
    const part = await site.ask(fileUrl(NAME), { headers: { range: 'bytes=0-7' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 0-7/${CONTENT.length}`)
    expect(await part.text()).toBe('%PDF-1.7')
    const beyond = await site.ask(fileUrl(NAME), { headers: { range: 'bytes=999999-' } })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${CONTENT.length}`)
  })

  const raw = async (path: string, headers: readonly string[], method = 'GET') => {
    const head = [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers]
    const answer = await site.sendRaw(`${head.join('\r\n')}\r\n\r\n`)
    const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? []
    const fields = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase()
    return { status: Number(status), fields, body: answer.slice(fields.length + 4) }
  }
  const anAsset = async () =>
    String(/\/_astro\/[^"]+\.css/.exec(await (await site.ask('/')).text())?.[0])

  // RFC 9110, 13 and 14.
  test.each([
    [['If-Match: "nope"'], 412],
    [['If-Match: *'], 200],
    [['If-Match: ETAG'], 200],
    [['If-Unmodified-Since: Mon, 01 Jan 2001 00:00:00 GMT'], 412],
    [['If-None-Match: W/ETAG'], 304],
    [['Range: bytes=0-9'], 206],
    [['Range: bytes=4000000-'], 416],
    [['Range: bytes=9-5'], 200],
    [['Range: bytes=abc'], 200],
    [['Range: bytes=0-9', 'If-Range: ETAG'], 206],
    [['Range: bytes=0-9', 'If-Range: W/ETAG'], 200],
    [['Range: bytes=0-9', 'If-Range: Tue, 01 Jan 2030 00:00:00 GMT'], 200],
    [['Range: bytes=0-9', 'If-Match: "nope"'], 412],
  ])('and an asset asked for with %j answer %i', async (headers, status) => {
    for (const path of [fileUrl(NAME), await anAsset()]) {
      const whole = await raw(path, [])
      const etag = /^etag: (.*)$/m.exec(whole.fields)?.[1]?.trim() ?? ''
      expect(etag).toMatch(/^"[^"]+"$/)
      const answer = await raw(
        path,
        headers.map((header) => header.replace('ETAG', etag)),
      )
      expect(answer.status).toBe(status)
      expect(answer.fields).toContain('x-content-type-options: nosniff')
      expect(answer.body === whole.body).toBe(status === 200)
      expect(answer.fields.includes('cache-control: no-store')).toBe(status === 412)
    }
  })

  test('comes as a whole where the end that is asked for is longer, and to HEAD', async () => {
    const suffix = await raw(fileUrl(NAME), ['Range: bytes=-40000'])
    expect(suffix.fields).toContain(
      `content-range: bytes 0-${CONTENT.length - 1}/${CONTENT.length}`,
    )
    expect(suffix.body).toBe(CONTENT)
    const head = await raw(fileUrl(NAME), ['Range: bytes=0-9'], 'HEAD')
    expect(head.status).toBe(200)
    expect(head.fields).toContain(`content-length: ${CONTENT.length}`)
    expect(head.fields).toContain('accept-ranges: bytes')
  })

  test('is another one for its readers once its bytes are others', async () => {
    const before = await raw(fileUrl('doi.txt'), [])
    await writeFile(join(portal.config.publicFilesDir, ID, 'doi.txt'), 'sau')
    const after = await raw(fileUrl('doi.txt'), [])
    expect([before.body, after.body]).toEqual(['nay', 'sau'])
    expect(/^etag: .*$/m.exec(after.fields)?.[0]).not.toBe(/^etag: .*$/m.exec(before.fields)?.[0])
  })

  test('is spared when known, and HEAD tells its size', async () => {
    const head = await site.ask(fileUrl(NAME), { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(CONTENT.length))
    // Not by fetch, which asks past every cache as soon as a condition is set by hand.
    const known = await site.sendRaw(
      `GET ${fileUrl(NAME)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-None-Match: ${head.headers.get('etag')}\r\n\r\n`,
    )
    expect(known).toMatch(/^HTTP\/1\.1 304/)
  })

  test.each([
    '/tep/secret.txt',
    '/tep/./secret.txt',
    `/tep/${ID}`,
    `/tep/${ID}/`,
    `/tep/${ID}/khac.pdf`,
  ])('%s is none', async (path) => {
    const answer = await site.sendRaw(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400|301)/)
    expect(answer).not.toContain('secret\r')
  })
})

describe('a static file', () => {
  test('is sent compressed and known for a while, or for ever where its name is made from it', async () => {
    const emblem = await site.ask('/img/emblem.svg', { headers: { 'accept-encoding': 'br' } })
    expect(emblem.headers.get('content-encoding')).toBe('br')
    expect(emblem.headers.get('content-type')).toContain('image/svg+xml')
    expect(emblem.headers.get('cache-control')).toBe('public, max-age=3600')
    const [style] = /\/_astro\/[^"]+\.css/.exec(await (await site.ask('/')).text()) ?? []
    const answer = await site.ask(String(style))
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })
})

describe('the display that a reader chose', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    site.ask('/hien-thi', { method: 'POST', body: new URLSearchParams(fields), headers })

  test('is kept in a cookie and leads back to where the reader was', async () => {
    const referer = `${site.origin}/tin-tuc?trang=2`
    const answer = await post({ text: '3', mode: 'dark' }, { referer })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/tin-tuc?trang=2')
    expect(answer.headers.get('set-cookie')).toMatch(/^hien-thi=3\.dark; .*HttpOnly; SameSite=Lax$/)
  })

  test('never leads to another site', async () => {
    const host = site.origin.slice('http://'.length)
    for (const referer of [
      'https://evil.example/x',
      `${site.origin}//evil.example`,
      'nonsense',
      `foo://${host}/\\evil.example`,
      `foo://${host}//evil.example`,
      `foo://${host}/\t/evil.example`,
      `${site.origin}/\\evil.example`,
      `${site.origin}/%5cevil.example`,
      `${site.origin}/%09/evil.example`,
      `${site.origin}/..//evil.example`,
      `http://x@evil.example/`,
      `http://${host}@evil.example/`,
      `javascript://${host}/%0aalert(1)`,
      `data:text/html,x`,
      `blob:${site.origin}/x`,
    ]) {
      const { headers } = await post({ text: '2', mode: 'light' }, { referer })
      const location = headers.get('location') ?? ''
      expect(location, referer).toMatch(/^\/(?![\\/])[\x21-\x5b\x5d-\x7e]*$/)
      expect(new URL(location, site.origin).origin).toBe(site.origin)
    }
    // No page of ours has such an address.
    const odd = await post({ text: '2', mode: 'light' }, { referer: `foo://${host}/tin-tuc` })
    expect(odd.headers.get('location')).toBe('/')
  })

  test('shows on every page, which is private then; others get what they always got', async () => {
    const plain = await (await site.ask('/')).text()
    const shown = await site.ask('/', { headers: { cookie: 'a=b; hien-thi=3.contrast' } })
    const page = await shown.text()
    expect(page).toContain('<html data-text="3" data-mode="contrast"')
    expect(shown.headers.get('cache-control')).toBe('private, no-cache')
    expect(plain).not.toContain('data-mode=')
    expect((await site.ask('/')).headers.get('cache-control')).toContain('public')
  })

  test('made-up choices do nothing', async () => {
    const answer = await post({ text: '9', mode: '"><script>' })
    expect(answer.headers.get('set-cookie')).toMatch(/^hien-thi=; Max-Age=0/)
    const page = await site.ask('/', { headers: { cookie: 'hien-thi=3."><script>' } })
    expect(await page.text()).not.toContain('data-mode=')
  })
})
