import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPageFiles, type PageFiles } from '#site/server/page-cache/page-files.ts'
import { PreparedPage } from '#site/server/page-cache/prepared-page.ts'

let folder: string
let files: PageFiles

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-pages-'))
  files = await open()
})
afterEach(async () => {
  await files.settled()
  await rm(folder, { recursive: true, force: true })
})

const open = (maxBytes = 1_000_000) =>
  openPageFiles({
    folder,
    maxBytes,
    // Then settled() rejects.
    onError: (error) => {
      throw error
    },
  })

function page(text: string, tags: string[] = [], expiresAt: number | null = null) {
  const headers = [['content-type', 'text/html; charset=utf-8']] as const
  const body = new TextEncoder().encode(text)
  return new PreparedPage({ status: 200, headers, body, tags, expiresAt }, [])
}

async function bodyOf(found: ReturnType<PageFiles['read']>): Promise<string | null> {
  const filed = await found
  return filed && new TextDecoder().decode(filed.body)
}

async function written(path: string, content: PreparedPage): Promise<void> {
  files.write(path, content)
  await files.settled()
}

describe('a page on disk', () => {
  test('is found again with all that it was made of, by this process and the next', async () => {
    await written('/tin-tuc/bai', page('Bài', ['news:1', 'news/all']))
    for (const one of [files, await open()]) {
      const found = await one.read('/tin-tuc/bai')
      expect(found?.tags).toEqual(['news:1', 'news/all'])
      expect(found?.headers).toEqual([['content-type', 'text/html; charset=utf-8']])
      expect(await bodyOf(one.read('/tin-tuc/bai'))).toBe('Bài')
    }
  })

  test('lies by its path with compressed copies, as nginx serves them', async () => {
    const text = 'Bài '.repeat(500)
    await written('/tin-tuc/bai', page(text))
    const at = (name: string) => readFile(join(folder, 'pages/tin-tuc/bai', name))
    expect((await at('index.html')).toString()).toBe(text)
    expect(gunzipSync(await at('index.html.gz')).toString()).toBe(text)
    expect(brotliDecompressSync(await at('index.html.br')).toString()).toBe(text)
  })

  test('is left for another time where too many wait to be written', async () => {
    files = await open(Infinity)
    const paths = Array.from({ length: 1_000 }, (_, at) => `/tin-tuc/bai-${at}`)
    for (const path of paths) files.write(path, page(path))
    await files.settled()
    const found = await Promise.all(paths.map(async (path) => (await files.read(path)) !== null))
    const missing = found.lastIndexOf(false)
    expect(found.filter(Boolean).length).toBeGreaterThan(100)
    expect(missing).toBeGreaterThan(100)
    await written(paths[missing] ?? '', page('later'))
    expect(await bodyOf(files.read(paths[missing] ?? ''))).toBe('later')
  })

  test('of the home page lies at the top, beside all others', async () => {
    await written('/', page('Trang chủ'))
    await written('/tin-tuc', page('Tin tức'))
    expect(await bodyOf(files.read('/'))).toBe('Trang chủ')
    expect(await bodyOf(files.read('/tin-tuc'))).toBe('Tin tức')
  })

  test('that has expired is for bad times alone', async () => {
    await written('/a', page('Cũ', [], Date.now() - 1))
    expect(await files.read('/a')).toBeNull()
    expect(await bodyOf(files.readStale('/a'))).toBe('Cũ')
  })

  test('whose writing was cut off is not there', async () => {
    await written('/a', page('Bài'))
    await rm(join(folder, 'pages/a/page.json'))
    expect(await (await open()).read('/a')).toBeNull()
    await writeFile(join(folder, 'pages/a/page.json'), '{"head')
    expect(await (await open()).read('/a')).toBeNull()
  })

  test.each(['/..', '/a/../../b', '/A', '/a.b', '/%2e', '/a//b'])(
    '%s is no place',
    async (path) => {
      await written(path, page('x'))
      expect(await files.read(path)).toBeNull()
    },
  )
})

describe('a purge', () => {
  test('holds from this very moment, whatever the disk is busy with', async () => {
    await written('/a', page('A', ['news:1']))
    const reading = files.read('/a')
    files.purge(['news:1'], [])
    expect(await reading).toBeNull()
    expect(await files.read('/a')).toBeNull()
    files.write('/a', page('Vẫn cũ', ['news:1']))
    files.purge(['news:1'], [])
    await files.settled()
    expect(await files.read('/a')).toBeNull()
    files.write('/a', page('Đang ghi', ['news:1']))
    await Promise.resolve()
    files.purge(['news:1'], ['news:1'])
    expect(await files.readStale('/a')).toBeNull()
    await files.settled()
    expect(await files.readStale('/a')).toBeNull()
  })

  test('holds for a page that has just come to lie on the disk', async () => {
    const file = join(folder, 'pages', 'a', 'page.json')
    for (let turns = 0; turns < 20; turns += 1) {
      files.write('/a', page('Cũ', ['news:1']))
      while (!existsSync(file)) await setImmediate()
      for (let turn = 0; turn < turns; turn += 1) await setImmediate()
      files.purge(['news:1'], [])
      await files.settled()
      expect(await files.read('/a'), `${turns} turns later`).toBeNull()
    }
  })

  test('reaches what the process before left, also while that is looked through', async () => {
    await written('/a', page('A', ['news:1']))
    await written('/b', page('B', ['news:2']))
    files = await open()
    files.purge(['news:1'], [])
    expect(await files.read('/a')).toBeNull()
    await files.settled()
    expect(await files.read('/a')).toBeNull()
    expect(await bodyOf(files.readStale('/a'))).toBe('A')
    expect(await bodyOf(files.read('/b'))).toBe('B')
  })

  test('takes what carries the tag out of reach of nginx, and keeps it for bad times', async () => {
    await written('/a', page('A', ['news:1']))
    await written('/b', page('B', ['news:2']))
    files.purge(['news:1'], [])
    await files.settled()
    expect(await files.read('/a')).toBeNull()
    expect(existsSync(join(folder, 'pages/a/index.html'))).toBe(false)
    expect(existsSync(join(folder, 'pages/a/index.html.br'))).toBe(false)
    expect(await bodyOf(files.readStale('/a'))).toBe('A')
    expect(await bodyOf(files.read('/b'))).toBe('B')
  })

  test('of everything leaves all for bad times', async () => {
    await written('/', page('Trang chủ'))
    await written('/a', page('A'))
    files.purge(null, [])
    await files.settled()
    expect(await files.read('/')).toBeNull()
    expect(await bodyOf(files.readStale('/'))).toBe('Trang chủ')
    expect(await bodyOf(files.readStale('/a'))).toBe('A')
  })

  test('of something withdrawn leaves nothing, whether it was purged before or not', async () => {
    await written('/a', page('A', ['news:1']))
    files.purge(['news:1'], [])
    await written('/b', page('B', ['news:1']))
    files.purge(['news:1'], ['news:1'])
    await files.settled()
    expect(await files.readStale('/a')).toBeNull()
    expect(await files.readStale('/b')).toBeNull()
  })

  test('ends with the page that is rendered next', async () => {
    await written('/a', page('Cũ', ['news:1']))
    files.purge(['news:1'], [])
    await written('/a', page('Mới', ['news:1']))
    expect(await bodyOf(files.read('/a'))).toBe('Mới')
    expect(existsSync(join(folder, 'stale/a/index.html'))).toBe(false)
  })

  test('is done before the position that it led to is kept', async () => {
    await written('/a', page('A', ['news:1']))
    files.purge(['news:1'], [])
    files.keepPosition('7:x')
    await files.settled()
    const next = await open()
    expect(next.position).toBe('7:x')
    expect(await next.read('/a')).toBeNull()
  })
})

test('the disk is not filled beyond its bound: the oldest page goes first', async () => {
  files = await open(40_000)
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await written(`/${name}`, page(name.repeat(10_000)))
  }
  expect(await files.read('/a')).toBeNull()
  expect(await files.read('/e')).not.toBeNull()
})

test('a stop does not wait for pages that wait to be written', async () => {
  for (let at = 0; at < 50; at += 1) files.write(`/bai-${at}`, page('Bài'.repeat(1_000)))
  await files.stop()
  expect(await files.read('/bai-49')).toBeNull()
})
