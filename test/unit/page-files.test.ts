import { existsSync } from 'node:fs'
import {
  appendFile,
  cp,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPageFiles, type PageFiles } from '#site/server/page-cache/page-files.ts'
import { PreparedPage } from '#site/server/page-cache/prepared-page.ts'

let folder: string
let files: PageFiles
let damaged: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-pages-'))
  damaged = []
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
    onDamage: (path) => damaged.push(path),
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
    files = await open()
    expect(await files.read('/a')).toBeNull()
    await files.settled()
    // No purge would reach it, and a web server would go on sending it.
    expect(existsSync(join(folder, 'pages/a/index.html'))).toBe(false)
  })

  test.each(['/..', '/a/../../b', '/A', '/a.b', '/%2e', '/a//b'])(
    '%s is no place',
    async (path) => {
      await written(path, page('x'))
      expect(await files.read(path)).toBeNull()
    },
  )
})

describe('files that are not as they were written', () => {
  const at = (path: string, name = 'index.html') => join(folder, `pages${path}`, name)
  const exchange = async (one: string, other: string) => {
    await rename(one, `${one}.x`)
    await rename(other, one)
    await rename(`${one}.x`, other)
  }
  const changeRecord = async (change: (record: Record<string, unknown>) => void) => {
    const stored = JSON.parse(await readFile(at('/a', 'page.json'), 'utf8'))
    change(stored.record)
    await writeFile(at('/a', 'page.json'), JSON.stringify(stored))
  }
  const HARMS: Record<string, () => Promise<unknown>> = {
    'cut to half': () => truncate(at('/a'), 500),
    empty: () => truncate(at('/a'), 0),
    longer: () => appendFile(at('/a'), '<p>x</p>'),
    'replaced by as many letters': () => writeFile(at('/a'), 'x'.repeat(1_000)),
    'replaced by a link': async () => {
      await rm(at('/a'))
      await symlink('/etc/hostname', at('/a'))
    },
    'without the text': () => rm(at('/a')),
    'with a copy of another text': () => writeFile(at('/a', 'index.html.gz'), 'x'),
    'without a copy': () => rm(at('/a', 'index.html.br')),
    'with a record that is cut': () => truncate(at('/a', 'page.json'), 40),
    'with a record of another kind': () => writeFile(at('/a', 'page.json'), '[1]'),
    'with a record of an earlier version': () =>
      writeFile(at('/a', 'page.json'), '{"headers":[],"tags":[],"expiresAt":null}'),
    'with another tag': () => changeRecord((record) => (record.tags = ['news:9'])),
    'with another header': () =>
      changeRecord((record) => (record.headers = [['content-type', 'text/plain']])),
    "exchanged for another page's text": () => exchange(at('/a'), at('/b')),
    'exchanged for all of another page': async () => {
      for (const name of ['page.json', 'index.html', 'index.html.gz', 'index.html.br']) {
        await exchange(at('/a', name), at('/b', name))
      }
    },
  }
  beforeEach(async () => {
    await written('/a', page('a'.repeat(1_000), ['news:1']))
    await written('/b', page('b'.repeat(1_000), ['news:2']))
  })

  test.each(Object.entries(HARMS))('%s: found while running', async (_, harm) => {
    await harm()
    expect(await files.read('/a')).toBeNull()
    expect(await files.readStale('/a')).toBeNull()
    await files.settled()
    await written('/a', page('anew', ['news:1']))
    expect(await bodyOf(files.read('/a'))).toBe('anew')
  })

  test.each(Object.entries(HARMS))('%s: found after a start', async (_, harm) => {
    await harm()
    files = await open()
    // At once, and when all that lies there has been looked through.
    expect(await files.read('/a')).toBeNull()
    await files.settled()
    expect(await files.read('/a')).toBeNull()
    expect(await files.readStale('/a')).toBeNull()
    await files.settled()
    await written('/a', page('anew', ['news:1']))
    expect(await bodyOf(files.read('/a'))).toBe('anew')
  })

  test('are removed, so that a web server sends them no more, and told once', async () => {
    await writeFile(at('/a'), 'x'.repeat(1_000))
    await Promise.all([files.read('/a'), files.read('/a'), files.readStale('/a')])
    await files.settled()
    expect(existsSync(at('/a'))).toBe(false)
    expect(existsSync(at('/a', 'index.html.gz'))).toBe(false)
    expect(damaged).toEqual(['/a'])
    expect(await bodyOf(files.read('/b'))).toBe('b'.repeat(1_000))
  })

  test('are told where a start sees them by their lengths, before anybody asks', async () => {
    await truncate(at('/a'), 500)
    files = await open()
    await files.settled()
    expect(damaged).toEqual(['/a'])
    expect(existsSync(at('/a'))).toBe(false)
  })

  test('are not given in bad times either', async () => {
    files.purge(['news:1', 'news:2'], [])
    await files.settled()
    await writeFile(join(folder, 'stale/a/index.html'), 'x'.repeat(1_000))
    expect(await files.readStale('/a')).toBeNull()
    expect(await bodyOf(files.readStale('/b'))).toBe('b'.repeat(1_000))
    await files.settled()
    expect(damaged).toEqual(['/a'])
    await truncate(join(folder, 'stale/b/index.html'), 500)
    files = await open()
    expect(await files.readStale('/b')).toBeNull()
    await files.settled()
    expect(damaged).toEqual(['/a', '/b'])
  })

  test('of an earlier rendering of the same page are not taken for the present one', async () => {
    const copy = join(folder, 'copy')
    await cp(join(folder, 'pages/a'), copy, { recursive: true })
    await written('/a', page('the present one', ['news:1']))
    await cp(copy, join(folder, 'pages/a'), { recursive: true })
    expect(await files.read('/a')).toBeNull()
  })

  test('hide no position either: one that was changed is none', async () => {
    files.keepPosition('7:x')
    await files.settled()
    const kept = await readFile(join(folder, 'position'), 'utf8')
    for (const changed of [kept.replace('7:x', '8:x'), kept.slice(0, -1), '', '7:x']) {
      await writeFile(join(folder, 'position'), changed)
      files = await open()
      expect(files.position, changed).toBeNull()
      await files.settled()
    }
  })
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
