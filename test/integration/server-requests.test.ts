import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

let portal: TestPortal
let site: SiteProcess

beforeAll(async () => {
  portal = await openPortal()
  site = await startSite()
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
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
    expect(await request('GET /healthz HTTP/1.1\r\nHost: <script>')).toMatch(
      /^HTTP\/1\.1 (200|400)/,
    )
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

  test('asks from this machine; a proxy gets no figures', async () => {
    const answer = await site.ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(answer.status).toBe(404)
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
