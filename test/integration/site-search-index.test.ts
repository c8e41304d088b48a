import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const ENDER = new URL('../support/worker-ender.ts', import.meta.url).href

let portal: TestPortal
let site: SiteProcess
let file: string

beforeAll(async () => {
  portal = await openPortal()
  file = join(portal.dataDir, 'search', 'index.db')
  site = await startSite({ NODE_OPTIONS: `--import=${ENDER}`, ENDED_WORKER: 'search' })
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

const LONG = { timeout: 20_000, interval: 50 }
const page = async (typed: string) =>
  (await site.ask(`/tim-kiem?${new URLSearchParams({ q: typed })}`)).text()
const suggested = async (typed: string) => {
  const answer = await site.ask(`/tim-kiem/goi-y?${new URLSearchParams({ q: typed })}`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return (await answer.json()) as { suggestions: { title: string; path: string; kind: string }[] }
}

test('what is published is found and suggested, also where its page was asked for before', async () => {
  expect(await page('lò gạch')).toContain('Không tìm thấy')
  const { slug } = await buildNews(portal.payload, { title: 'Lò gạch đổi nghề' })
  await expect.poll(() => page('lò gạch'), LONG).toContain(`href="/tin-tuc/${slug}"`)
  expect(await suggested('lo ga')).toEqual({
    suggestions: [{ title: 'Lò gạch đổi nghề', path: `/tin-tuc/${slug}`, kind: 'Tin tức' }],
  })
  expect(await suggested('')).toEqual({ suggestions: [] })
})

test('render and search threads stand behind the main thread, where a thread has its own place', () => {
  const own = getPriority(site.pid)
  const behind = process.platform === 'linux' ? { render: [5], search: [10] } : {}
  expect(placesOfThreads(site.pid, own)).toMatchObject(behind)
  expect(getPriority(site.pid)).toBe(getPriority())
})

/** Nice values of the threads of a process above another one, by the names of the threads. */
function placesOfThreads(pid: number, own: number): Record<string, number[]> {
  const tasks = `/proc/${pid}/task`
  const places: Record<string, number[]> = {}
  for (const thread of existsSync(tasks) ? readdirSync(tasks) : []) {
    const name = readFileSync(`${tasks}/${thread}/comm`, 'utf8').trim()
    ;(places[name] ??= []).push(getPriority(Number(thread)) - own)
  }
  return places
}

test('what was withdrawn is suggested no more', async () => {
  const { id } = await buildNews(portal.payload, { title: 'Bài sẽ được gỡ' })
  await expect.poll(async () => (await suggested('bai se duoc')).suggestions, LONG).toHaveLength(1)
  await portal.payload.update({ collection: 'news', id, data: { _status: 'draft' } })
  await expect.poll(async () => (await suggested('bai se duoc')).suggestions, LONG).toEqual([])
})

test('an index that breaks while the site runs is built anew by itself', async () => {
  const before = await buildNews(portal.payload, { title: 'Còn tìm được sau khi hỏng' })
  const href = ({ slug }: { slug?: string | null }) => `href="/tin-tuc/${slug}"`
  await expect.poll(() => page('còn tìm được'), LONG).toContain(href(before))
  const whole = readFileSync(file).length
  truncateSync(file, 20_000)
  const after = await buildNews(portal.payload, { title: 'Viết sau khi hỏng' })
  await expect.poll(() => page('viết sau khi hỏng'), LONG).toContain(href(after))
  await expect.poll(() => page('còn tìm được'), LONG).toContain(href(before))
  expect(existsSync(file) && readFileSync(file).length >= whole / 2).toBe(true)
}, 60_000)

test('a search that ends is started anew, and has all that it had', async () => {
  const { slug } = await buildNews(portal.payload, { title: 'Viết trước khi ngắt' })
  await expect.poll(() => page('viết trước khi ngắt'), LONG).toContain(`href="/tin-tuc/${slug}"`)
  site.signal('SIGUSR2')
  await expect.poll(() => site.log(), LONG).toContain('search-restarts')
  const again = async () => (await suggested('viet truoc khi')).suggestions.length
  await expect.poll(again, LONG).toBe(1)
})

test('nothing that is typed is an error of the server', async () => {
  const typed = ['NEAR( "', '-', '"', '* ^ {a}:', 'a* '.repeat(60), '😀', '%_', "' OR 1=1 --"]
  for (const q of typed) {
    const query = new URLSearchParams({ q })
    expect((await site.ask(`/tim-kiem?${query}`)).status).toBe(200)
    expect((await site.ask(`/tim-kiem/goi-y?${query}`)).status).toBe(200)
  }
})
