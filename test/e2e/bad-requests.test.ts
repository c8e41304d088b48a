import { request, type IncomingMessage } from 'node:http'
import { JSDOM } from 'jsdom'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { fromAnotherAddress } from '#test/support/addresses.ts'

const { siteUrl, cmsUrl } = inject('portal')

afterAll(async () => {
  // Whatever was asked above, the server lives and its pages are whole.
  const home = await ask('/')
  expect(home.status).toBe(200)
  expect(home.body).toContain('</html>')
  expect((await ask('/readyz')).status).toBe(200)
})

describe('an address that is no good gets a clear answer', () => {
  test.each([
    ['a zero byte', '/tin-tuc/%00', 400],
    ['a zero byte in a file', '/tep/a/%00.pdf', 400],
    ['a way up', '/tin-tuc/../../etc/passwd', 400],
    ['an encoded way up', '/tep/%2e%2e/%2e%2e/portal.db', 400],
    ['an encoded slash', '/tep/..%2f..%2fportal.db', 400],
    ['a backslash', '/tep/..%5cportal.db', 400],
    ['broken UTF-8', '/%E0%A4%A', 400],
    ['bytes that are no UTF-8', '/tin-tuc/%ff%fe', 400],
    ['a lone percent sign', '/tin-tuc/%', 400],
    ['a line break', '/tin-tuc/a%0d%0aset-cookie:x=1', 400],
    ['5,000 characters', `/${'a'.repeat(5_000)}`, 414],
    ['5,000 characters of a query', `/tim-kiem?q=${'a'.repeat(5_000)}`, 414],
    ['1,500 characters that name nothing', `/tin-tuc/${'a'.repeat(1_500)}`, 404],
    ['very many steps', '/a'.repeat(900), 404],
    ['the insides of the framework', '/_server-islands/x', 404],
    ['the data folder', '/data/portal.db', 404],
    ['the settings', '/.env', 404],
    ['a document that is not there', '/van-ban/khong-co', 404],
    ['a file that is not there', '/tep/01a200bd-024e-7672-b15b-952e2046a62a/khong-co.pdf', 404],
    ['a category that is not there', '/chuyen-muc/khong/co', 404],
    ['a feed that is not there', '/rss/khong-co', 404],
    ['a part of the site map that is not there', '/sitemap-999.xml', 404],
    ['a form of an article that is not there', '/tin-tuc/khong-co/tra-loi', 404],
  ])('%s', async (_, path, status) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.body).not.toMatch(/node_modules|\.ts:\d|Error:/)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe.each(['/tin-tuc', '/chuyen-muc/tin-tuc', '/chu-de/tap-huan'])('%s, page', (list) => {
  test.each(['-1', '0', '1e9', '1000000000', 'abc', '2.5', '%20', '２'])(
    '%s is absent',
    async (n) => {
      expect((await ask(`${list}/trang-${encodeURI(n)}`)).status).toBe(404)
    },
  )
})

test('the first page of a list has one address', async () => {
  const answer = await ask('/tin-tuc/trang-1')
  expect(answer.status).toBe(301)
  expect(answer.headers.location).toMatch(/\/tin-tuc$/)
})

describe.each(['/tim-kiem', '/van-ban', '/san-pham', '/hoi-dap'])('%s', (path) => {
  test.each(['-1', '0', '1e9', '1000000000', 'abc', '', 'NaN', '2&trang=3'])(
    'with the page number "%s" is a page or absent',
    async (n) => {
      expect([200, 301, 302, 404]).toContain((await ask(`${path}?q=a&trang=${n}`)).status)
    },
  )

  test.each([
    ["' OR 1=1 --"],
    ["'; DROP TABLE news; --"],
    ['<script>alert(1)</script>'],
    ['"><img src=x onerror=alert(1)>'],
    ['{{constructor.constructor("return 1")()}}'],
    ['% _ \\ * ? ['],
    ['NEAR("a" AND NOT)'],
    ['🇻🇳 \u202e đảo'],
    ['khuyê\u0301n công'.normalize('NFD')],
  ])('looks for %j as plain words', async (q) => {
    const answer = await ask(`${path}?${new URLSearchParams({ q })}`)
    expect(answer.status).toBe(200)
    const { document } = new JSDOM(answer.body).window
    expect(document.querySelector('[onerror]')).toBeNull()
    expect([...document.scripts].map(({ text }) => text).join()).not.toContain('alert(1)')
    expect(document.querySelector('main')?.textContent).not.toContain('undefined')
  })

  test('looks for 1,500 characters', async () => {
    expect((await ask(`${path}?q=${'a'.repeat(1_500)}`)).status).toBe(200)
  })

  test('takes no notice of parameters and values that it does not know', async () => {
    const strange =
      'loai=khong-co&loai=luat&loai[]=x&nam=abc&hieu-luc=xyz&nhom=1&cap=%F0%9F%98%80&__proto__=1'
    expect((await ask(`${path}?${strange}`)).status).toBe(200)
  })
})

test.each([
  'doi-tuong=khong-co',
  'nhu-cau=99',
  'trang-thai=xyz',
  'nganh=a&nganh=b',
  'doi-tuong[]=',
])('programmes filtered by %s are a page', async (query) => {
  expect((await ask(`/ho-tro?${query}`)).status).toBe(200)
})

describe('a method that the site does not know', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'])(
    '%s',
    async (method) => {
      const answer = await ask('/tin-tuc', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toContain('GET')
    },
  )

  test('a post to a page without a form', async () => {
    expect((await ask('/van-ban', { method: 'POST', body: 'a=b' })).status).toBe(405)
  })
})

describe.each(['/lien-he', '/hoi-dap/gui'])('the form at %s', (path) => {
  test('of 10 MB is refused, with an answer that arrives', async () => {
    const answer = await ask(path, {
      method: 'POST',
      body: 'content='.padEnd(10 * 1024 * 1024, 'a'),
    })
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('quá lớn')
  })

  test.each([
    ['application/json', '{"content":"a"}'],
    ['text/plain', 'content=a'],
    ['multipart/form-data', 'no boundary'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="content"\r\n\r\nhalf',
    ],
    ['application/x-www-form-urlencoded; charset=utf-16', '%FF%FE%00'],
    ['nonsense', '\u0000\u0001'],
    ['', 'a=b'],
  ])('sent as "%s" comes back as a page to fill in', async (type, body) => {
    const headers = { 'content-type': type, origin: siteUrl, ...fromAnotherAddress() }
    const answer = await ask(path, { method: 'POST', body, headers })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('role="alert"')
  })

  test('with too much, too many and hostile values keeps what was typed, as text', async () => {
    const body = new URLSearchParams([
      ['content', '<script>alert(1)</script>'],
      ['content', 'twice'],
      ['name', 'a'.repeat(5_000)],
      ['email', 'a@b@c'],
      ['status', 'approved'],
      ['consent', 'on'],
    ])
    const answer = await ask(path, {
      method: 'POST',
      body: String(body),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: siteUrl },
    })
    expect(answer.status).toBe(422)
    expect(answer.body).not.toContain('<script>alert')
    expect(answer.body).toContain('&lt;script&gt;alert')
  })
})

describe('strange headers do no harm', () => {
  test.each([
    ['accept', '\u00ff\u00fe;;;'],
    ['accept-encoding', 'x, *;q=2, gzip;q=-1'],
    ['accept-language', '*;q=9,'.repeat(100)],
    ['if-none-match', '"unclosed, W/, *x'],
    ['if-modified-since', 'yesterday'],
    ['range', 'bytes=9-1,junk'],
    ['cookie', 'hien-thi=%%%; hien-thi=9.purple; =; a'],
    ['cookie', `hien-thi=1.dark"><script>`],
    ['host', 'evil.example'],
    ['x-forwarded-for', `${'1.2.3.4, '.repeat(200)}<script>`],
    ['x-forwarded-host', 'evil.example'],
    ['referer', 'javascript:alert(1)'],
    ['user-agent', ''],
    ['content-length', '0'],
  ])('%s: %j', async (name, value) => {
    const answer = await ask('/van-ban', {
      headers: { [name]: Buffer.from(value).toString('latin1') },
    })
    expect([200, 304]).toContain(answer.status)
    expect(answer.body).not.toContain('evil.example')
    expect(answer.body).not.toContain('<script>"')
  })

  test('headers beyond all measure are refused', async () => {
    expect((await ask('/', { headers: { 'x-long': 'a'.repeat(20_000) } })).status).toBe(431)
  })
})

test('the cms answers bad addresses and bodies without an error of its own', async () => {
  for (const path of [
    '/api/khong-co',
    '/api/news/khong-co',
    '/api/news?limit=abc&page=-1&depth=999',
  ]) {
    expect((await ask(path, {}, cmsUrl)).status, path).toBeLessThan(500)
  }
  const broken = {
    method: 'POST',
    body: '{"email":',
    headers: { 'content-type': 'application/json' },
  }
  expect((await ask('/api/users/login', broken, cmsUrl)).status).toBeLessThan(500)
})

interface Asked {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Sends a request as it is: fetch would mend the path and refuse some headers. */
async function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
  base = siteUrl,
) {
  const { hostname, port } = new URL(base)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, resolve)
    sent.once('error', reject)
    sent.end(body)
  })
  const chunks: Buffer[] = await Array.fromAsync(response)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
