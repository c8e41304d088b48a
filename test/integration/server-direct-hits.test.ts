import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildNews, unique } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { openConnection, type RawConnection } from '#test/support/raw-connection.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

let portal: TestPortal
let site: SiteProcess
let article: Awaited<ReturnType<typeof buildNews>>
let path: string

beforeAll(async () => {
  portal = await openPortal()
  article = await buildNews(portal.payload)
  path = `/tin-tuc/${article.slug}`
  site = await startSite()
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

const requestOf = (target: string, lines: readonly string[] = [], method = 'GET') =>
  `${[`${method} ${target} HTTP/1.1`, 'Host: x', ...lines].join('\r\n')}\r\n\r\n`
/** Sees to it that the page lies ready in this encoding. */
const warm = async (target: string, encoding = 'identity') =>
  (await site.ask(target, { headers: { 'accept-encoding': encoding } })).arrayBuffer()

/** How many answers were sent without node:http. */
async function directs(): Promise<number> {
  const metrics = await (await site.ask('/metrics')).text()
  return Number(/^portal_answers_direct_total (\d+)$/m.exec(metrics)?.[1])
}

/** How many of the requests are answered without node:http. */
async function directsOf(connection: RawConnection, ...requests: string[]): Promise<number> {
  const before = await directs()
  for (const request of requests) await connection.ask(request)
  return (await directs()) - before
}

describe('a cached page is the same to the byte with and without node:http:', () => {
  const KINDS = [
    ['GET', 'identity', null],
    ['GET', 'gzip', null],
    ['GET', 'gzip, deflate, br, zstd', null],
    ['GET', 'br;q=0, gzip;q=0.5', null],
    ['HEAD', 'identity', null],
    ['HEAD', 'br', null],
    ['GET', 'identity', 'etag'],
    ['GET', 'br', 'etag'],
    ['HEAD', 'br', 'etag'],
    ['GET', 'br', '*'],
    ['GET', 'br', '"other"'],
    ['GET', 'br', '"other", W/etag'],
  ] as const
  const PAGES = ['article', '/', '/tin-tuc', '/khong-co-trang-nay', '/tin-tuc?trang=1&x=y']

  test.each(PAGES.flatMap((page) => KINDS.map((kind) => [page, ...kind] as const)))(
    '%s by %s, %s, known: %s',
    async (page, method, encoding, known) => {
      const target = page === 'article' ? path : page
      await warm(target, encoding)
      const connection = await openConnection(site.port)
      const lines = [`Accept-Encoding: ${encoding}`]
      const { head } = await connection.ask(requestOf(target, lines))
      const etag = /^etag: (.*)\r$/m.exec(head)?.[1] ?? '"none"'
      if (known) lines.push(`If-None-Match: ${known.replace('etag', etag)}`)
      const request = requestOf(target, lines, method)
      const before = await directs()
      const direct = await connection.ask(request)
      expect(await directs()).toBe(before + 1)
      // A name that nobody knows changes nothing but the way.
      const ordinary = await connection.ask(requestOf(target, [...lines, 'X-Way: 1'], method))
      expect(await directs()).toBe(before + 1)
      expect(direct).toEqual(ordinary)
      connection.socket.destroy()
    },
  )
})

describe('goes to node:http', () => {
  test('a page that does not lie ready, with all that follows on its connection', async () => {
    await warm(path)
    const connection = await openConnection(site.port)
    const hot = requestOf(path)
    expect(await directsOf(connection, hot, hot)).toBe(2)
    expect(await directsOf(connection, requestOf('/healthz'), hot, hot)).toBe(0)
  })

  test('a reader with a cookie, who gets the page in the display of the choice', async () => {
    await warm(path)
    const connection = await openConnection(site.port)
    const { head, body } = await connection.ask(requestOf(path, ['Cookie: hien-thi=3.dark']))
    expect(head).toContain('cache-control: private, no-cache')
    expect(body.toString()).toContain('<html data-text="3" data-mode="dark"')
  })

  test.each([
    ['a connection that is to be closed', requestOf('/', ['Connection: close']), 200],
    ['HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', 200],
    ['a missing host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a header that is too large', requestOf('/', [`Cookie: ${'a'.repeat(20_000)}`]), 431],
    [
      'a request with two lengths',
      requestOf('/', ['Content-Length: 1', 'Transfer-Encoding: chunked']),
      400,
    ],
  ])('%s', async (_what, request, status) => {
    await warm('/')
    const before = await directs()
    expect(await site.sendRaw(request)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(await directs()).toBe(before)
  })

  test('a body that would be read as a request of its own', async () => {
    await warm('/')
    const connection = await openConnection(site.port)
    const hidden = requestOf('/healthz')
    const lines = [`Content-Length: ${hidden.length}`]
    connection.send(requestOf('/', lines) + hidden + requestOf('/robots.txt'))
    expect((await connection.next()).head).toContain('text/html')
    expect((await connection.next()).head).toContain('text/plain')
    connection.socket.end()
    expect(await connection.closed()).toBe('')
  })

  test('requests that come at once, which are answered in their order', async () => {
    await warm('/')
    await warm(path)
    const connection = await openConnection(site.port)
    connection.send(requestOf('/') + requestOf(path) + requestOf('/healthz') + requestOf('/'))
    const bodies = []
    for (let at = 0; at < 4; at += 1) bodies.push((await connection.next()).body.toString())
    expect(bodies[0]).not.toContain(`<h1>${article.title}`)
    expect(bodies[1]).toContain(article.title)
    expect(bodies[2]).toBe('ok\n')
    expect(bodies[3]).toBe(bodies[0])
  })
})

test('a page that changes while a connection lives is the new one on that connection', async () => {
  const news = await buildNews(portal.payload)
  const request = requestOf(`/tin-tuc/${news.slug}`)
  const status = async () => (await site.ask(`/tin-tuc/${news.slug}`)).status
  await expect.poll(status, { timeout: 10_000 }).toBe(200)
  await warm(`/tin-tuc/${news.slug}`)
  const connection = await openConnection(site.port)
  expect((await connection.ask(request)).body.toString()).toContain(news.title)
  const title = unique('Tên mới')
  await portal.payload.update({ collection: 'news', id: news.id, data: { title } })
  const read = async () => (await connection.ask(request)).body.toString()
  await expect.poll(read, { timeout: 10_000 }).toContain(title)
})

test(
  'SIGTERM under load cuts no answer short and leaves no connection open',
  async () => {
    const own = await startSite()
    await (await own.ask('/')).arrayBuffer()
    const request = requestOf('/')
    const connections = await Promise.all(
      Array.from({ length: 20 }, () => openConnection(own.port)),
    )
    let answers = 0
    const asking = connections.map(async (connection) => {
      for (;;) {
        const answer = await connection.ask(request).catch(() => null)
        if (answer === null) return connection.closed()
        expect(answer.body.toString()).toContain('</html>')
        answers += 1
      }
    })
    await vi.waitUntil(() => answers > 1_000, { timeout: 60_000 })
    const { code, ms } = await own.stop('SIGTERM')
    expect(await Promise.all(asking)).toEqual(connections.map(() => ''))
    expect(code).toBe(0)
    expect(ms).toBeLessThan(5_000)
  },
  START_LIMIT_MS,
)
