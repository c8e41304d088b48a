import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

let portal: TestPortal
let site: SiteProcess
/** Without a token for its figures. */
let plain: SiteProcess

beforeAll(async () => {
  portal = await openPortal()
  ;[site, plain] = await Promise.all([startSite(), startSite({ METRICS_TOKEN: '' })])
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await plain?.stop()
  await portal?.close()
})

/** The status of a request target as it is, not as a client library would mend it. */
async function statusOf(target: string, more = ''): Promise<number> {
  const answer = await site.sendRaw(
    `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`,
  )
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
}

describe('addresses', () => {
  test.each([
    ['/%E0%A4%A', 400],
    ['/%', 400],
    ['/?q=%E0%A4%A', 400],
    ['/%00', 400],
    ['/a%0d%0ab', 400],
    ['/../../etc/passwd', 400],
    ['/%2e%2e/%2e%2e/etc/passwd', 400],
    ['/tep/a/..%2f..%2fportal.db', 400],
    ['/tep/..%5c..%5cportal.db/a', 400],
    ['/tin-tuc%2fbai', 400],
    ['/a\\b', 400],
    ['http://evil.example/', 400],
    ['*', 400],
    [`/${'a'.repeat(5_000)}`, 414],
    ['/khong-co-trang-nay', 404],
    ['/tin-tuc/trang--1', 404],
    ['/tin-tuc/trang-0', 404],
    ['/tin-tuc/trang-1000000000', 404],
    ['/tin-tuc/trang-abc', 404],
    ['/%F0%9F%98%80', 404],
    ['/a%3Fb%23c', 404],
    ['/500', 404],
    ['/_image?href=http://127.0.0.1/', 404],
    ['/_astro/', 301],
    ['/tep/x', 404],
    ['/tep/x/.env', 404],
    ['/tep/../portal.db', 400],
    ['/xem-truoc', 403],
    ['/xem-truoc?collection=news&id=1&user=1&expires=99999999999999&signature=x', 403],
    ['/tim-kiem?q=a&q=b&q[]=c&trang=-1&trang=1e9', 200],
    ['/tim-kiem?q=15%2F2020%2FTT-BTC', 200],
    ['/tim-kiem?q=a%5Cb%0Ac\\d', 200],
    ['/tim-kiem?q=%00', 400],
    ['/hien-thi', 405],
    ['/luot-xem', 405],
  ])('%s answers %i', async (target, status) => {
    expect(await statusOf(target)).toBe(status)
  })

  test.each([
    ['/tin-tuc/', '/tin-tuc'],
    ['/Tin-Tuc?trang=2', '/tin-tuc?trang=2'],
    ['//evil.example/', '/evil.example'],
    ['//evil.example/%2e', null],
    ['/VAN-BAN//A', '/van-ban/a'],
    ['/A%3FB/', '/a%3Fb'],
  ])('%s has its one address at %s', async (target, location) => {
    const answer = await site.sendRaw(
      `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    const found = /^location: (.*)\r$/m.exec(answer)?.[1] ?? null
    expect(found).toBe(location)
  })

  test('a strange host, two lengths or a missing host get an answer without an error', async () => {
    expect(await statusOf('/healthz', 'X-Forwarded-Host: evil\r\n')).toBe(200)
    const request = (head: string) => site.sendRaw(`${head}\r\nConnection: close\r\n\r\n`)
    expect(await request('GET / HTTP/1.1')).toMatch(/^HTTP\/1\.1 400/)
    expect(await request('GET /healthz HTTP/1.1\r\nHost: <script>')).toMatch(/^HTTP\/1\.1 400/)
    const smuggled =
      'POST /lien-he HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked'
    expect(await request(smuggled)).toMatch(/^HTTP\/1\.1 400/)
  })

  test('the page does not change with the host that is asked for', async () => {
    const answer = await site.sendRaw(
      'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 200/)
    expect(answer).not.toContain('evil.example')
  })

  test('a bad address gets a page in Vietnamese that shows no internals', async () => {
    const answer = await site.ask('/%E0%A4%A')
    const page = await answer.text()
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page).toContain('Địa chỉ không hợp lệ')
    expect(page).not.toMatch(/Error|node_modules|at file/)
  })
})

describe('a link with letters that are not encoded', () => {
  /** As `nc` or a program sends it: bytes of UTF-8 in the target. */
  const lead = async (target: string, method = 'GET') => {
    const request = `${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`
    const answer = await site.sendRaw(request)
    return [answer.slice(9, 12), /^location: (.*)\r$/m.exec(answer)?.[1]]
  }

  test.each([
    ['/tim-kiem?q=khuyến+công', '/tim-kiem?q=khuy%E1%BA%BFn+c%C3%B4ng'],
    ['/tin-tuc/Đề-án/', '/tin-tuc/%C4%91%E1%BB%81-%C3%A1n'],
    ['/a🙂b', '/a%F0%9F%99%82b'],
    ['//evil.example/ế', '/evil.example/%E1%BA%BF'],
  ])('%s leads to its one address, which is answered', async (target, location) => {
    expect(await lead(target)).toEqual(['301', location])
    expect(await lead(target, 'HEAD')).toEqual(['301', location])
    expect([200, 404]).toContain((await site.ask(location)).status)
  })

  test.each([
    ['/../ế', 'GET'],
    ['/a\\ế', 'GET'],
    ['/ế%', 'GET'],
    ['http://evil.example/ế', 'GET'],
    [`/${'ế'.repeat(1_000)}`, 'GET'],
    ['/lien-he?x=ế', 'POST'],
  ])('%s by %s leads nowhere', async (target, method) => {
    expect(await lead(target, method)).toEqual(['400', undefined])
  })

  test('in another code than UTF-8 leads nowhere', async () => {
    const request = 'GET /khuy\xean HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
    expect(await site.sendRaw(Buffer.from(request, 'latin1'))).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('what is no request gets a page in Vietnamese with all headers', () => {
  test.each([
    ['nonsense', 'NONSENSE\r\n\r\n', 400],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['the same host twice', 'GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n', 400],
    [
      'two hosts of a form',
      'POST /lien-he HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Length: 1\r\n\r\nx',
      400,
    ],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n', 400],
    [
      'a head that is too long',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'an expectation that nobody fulfils',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
      417,
    ],
    [
      'a piece with a description that is too long',
      `POST /lien-he HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;${'a'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`,
      413,
    ],
  ])('%s', async (_, bytes, status) => {
    // Also where the page lies ready, and other answers need no look at the request.
    await site.ask('/')
    const answer = await site.sendRaw(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const name of [
      'content-security-policy',
      'x-content-type-options',
      'referrer-policy',
      'permissions-policy',
      'cross-origin-opener-policy',
      'cache-control: no-store',
      'connection: close',
    ]) {
      expect(answer.toLowerCase()).toContain(`\r\n${name}`)
    }
    expect(answer).toContain('</html>')
  })
})

describe('methods and bodies', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is refused with what is allowed',
    async (method) => {
      const answer = await site.ask('/', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST')
    },
  )

  test('a page without a form takes no post', async () => {
    expect((await site.ask('/tin-tuc', { method: 'POST', body: 'a=b' })).status).toBe(405)
  })

  test('HEAD gives the same headers as GET and no body', async () => {
    const [get, head] = [await site.ask('/'), await site.ask('/', { method: 'HEAD' })]
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0)
  })

  test('a form of 10 MB is refused by its word, before it is read, and the connection lives on', async () => {
    const head = 'POST /lien-he HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n'
    const next = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
    const answers = await site.sendRaw(`${head}${'a'.repeat(10_000_000)}${next}`)
    expect(answers.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  })

  test('the refusal arrives, too, where the connection ends with it', async () => {
    const head =
      'POST /lien-he HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\nConnection: close\r\n\r\n'
    const answer = await site.sendRaw(head + 'a'.repeat(10_000_000))
    expect(answer).toMatch(/^HTTP\/1\.1 413/)
    expect(answer).toContain('</html>')
  })

  test('a form that grows beyond the limit without saying so is refused too', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const head =
      'POST /lien-he HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n'
    expect(await site.sendRaw(`${head}${chunk.repeat(20)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413/)
  })

  test('who asks first is told not to send', async () => {
    const answer = await site.sendRaw(
      'POST /lien-he HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413/)
  })
})

describe('what watches over the process', () => {
  test('learns that it is alive and ready, and how it does', async () => {
    expect(await (await site.ask('/healthz')).text()).toBe('ok\n')
    expect(await (await site.ask('/readyz')).text()).toBe('ready\n')
    expect(await (await site.ask('/metrics')).text()).toContain('portal_worker_ready 1')
  })

  test('learns how the cms is doing, where the start tells it; readers are served without', async () => {
    for (const cms of ['restarting', 'running']) {
      site.tell({ cms })
      await vi.waitFor(async () => {
        const answer = await site.ask('/readyz')
        expect([answer.status, await answer.text()]).toEqual([200, `ready\ncms: ${cms}\n`])
      })
    }
    site.tell({ cms: 'anything' })
    site.tell({ other: 'restarting' })
    expect(await (await site.ask('/readyz')).text()).toBe('ready\ncms: running\n')
    expect(await (await site.ask('/metrics')).text()).toContain('portal_cms_running 1')
  })

  test('gets no figures by the name that the public asks for', async () => {
    const ask = (host: string) =>
      plain.sendRaw(`GET /metrics HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(await ask(`127.0.0.1:${plain.port}`)).toMatch(/^HTTP\/1\.1 200 /)
    expect(await ask('khuyencong.example.vn')).toMatch(/^HTTP\/1\.1 404 /)
    expect((await site.ask('/metrics', { headers: {} })).status).toBe(404)
  })

  test('is warned once of a proxy that is not believed, and what to set', async () => {
    expect(plain.log()).not.toContain('proxy_not_believed')
    for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded']) {
      await plain.ask('/tim-kiem?q=ten', { headers: { [header]: '203.0.113.9' } })
    }
    const warnings = plain.log().match(/.*proxy_not_believed.*/g)
    expect(warnings).toHaveLength(1)
    expect(warnings?.[0]).toContain('TRUSTED_PROXIES=127.0.0.1')
    expect(plain.log()).not.toContain('203.0.113.9')
  })

  test('finds neither addresses nor agents in the log', async () => {
    await site.ask('/', { headers: { 'user-agent': 'Private-Agent/1.0' } })
    await site.ask('/tim-kiem?q=ten-rieng')
    expect(site.log()).toContain('"msg":"request"')
    expect(site.log()).not.toMatch(
      /Private-Agent|ten-rieng|"127\.0\.0\.1",?"port":\d+,"msg":"request"/,
    )
  })
})
