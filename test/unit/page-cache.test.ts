import { beforeEach, describe, expect, test } from 'vitest'
import { soonTag } from '#shared/cache-tags.ts'
import {
  RenderUnavailable,
  type FinishedResponse,
  type PageRequest,
} from '#site/server/exchange.ts'
import { PageCache } from '#site/server/page-cache/page-cache.ts'
import { pageRequest } from '#test/support/page-request.ts'

const MEGABYTE = 1024 * 1024
let now: number
let renders: string[]
let render: (path: string) => Promise<FinishedResponse>
let cache: PageCache

beforeEach(() => {
  now = 1_000_000
  renders = []
  render = async (path) => answer(path, ['news:1'])
  cache = cacheOf(MEGABYTE)
})

function cacheOf(maxBytes: number): PageCache {
  const source = {
    answer: ({ path }: PageRequest) => {
      renders.push(path)
      return render(path)
    },
  }
  return new PageCache(source, { maxBytes, common: [], now: () => now })
}

function answer(text: string, tags: string[], more: Partial<FinishedResponse> = {}) {
  const body = new TextEncoder().encode(text)
  const headers = [['content-type', 'text/html']] as const
  return { status: 200, headers, body, tags, expiresAt: null, ...more }
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode((await cache.page(pageRequest(path))).answer.body)
}

const unavailable = () => Promise.reject(new RenderUnavailable('The worker is not running.'))
const purge = (tags: string[] | null, withdrawn: string[] = []) => cache.purge({ tags, withdrawn })

describe('a page is kept', () => {
  test('until one of its tags is purged', async () => {
    await read('/a')
    await read('/a')
    purge(['news:2'])
    await read('/a')
    expect(renders).toEqual(['/a'])
    purge(['news:2', 'news:1'])
    await read('/a')
    expect(renders).toEqual(['/a', '/a'])
  })

  test('until the moment at which it changes by itself', async () => {
    render = async (path) => answer(path, [], { expiresAt: now + 60_000 })
    await read('/a')
    now += 59_999
    await read('/a')
    expect(renders).toHaveLength(1)
    now += 1
    await read('/a')
    expect(renders).toHaveLength(2)
  })

  test('not when a tag of it was purged while it was rendered', async () => {
    render = async (path) => {
      if (renders.length === 1) purge(['news:1'])
      return answer(`${path} ${renders.length}`, ['news:1'])
    }
    expect(await read('/a')).toBe('/a 1')
    expect(await read('/a')).toBe('/a 2')
    expect(await read('/a')).toBe('/a 2')
  })

  test('not when everything was purged while it was rendered', async () => {
    render = async (path) => {
      if (renders.length === 1) purge(null)
      return answer(path, ['news:1'])
    }
    await read('/a')
    await read('/a')
    expect(renders).toHaveLength(2)
  })

  test.each([
    ['an error', { status: 500 }],
    ['a page with a cookie', { headers: [['set-cookie', 'a=1']] as const }],
    ['a private page', { headers: [['cache-control', 'private, no-cache']] as const }],
    ['a page that must not be stored', { headers: [['cache-control', 'no-store']] as const }],
  ])('never: %s', async (_name, more) => {
    render = async (path) => answer(path, [], more)
    await read('/a')
    await read('/a')
    expect(renders).toHaveLength(2)
  })

  test('for half a minute where there is nothing, or until something appears there', async () => {
    render = async (path) => answer(path, [`path:${path}`], { status: 404 })
    await read('/a')
    await read('/a')
    expect(renders).toHaveLength(1)
    purge(['path:/a'])
    await read('/a')
    expect(renders).toHaveLength(2)
    now += 30_000
    await read('/a')
    expect(renders).toHaveLength(3)
  })

  test('for a minute at the most after a list changed that it shows by the way', async () => {
    render = async (path) => answer(path, ['news:1', soonTag('news/c')])
    await read('/a')
    purge(['news/c'])
    await read('/a')
    expect(renders).toHaveLength(1)
    now += 60_000
    await read('/a')
    expect(renders).toHaveLength(2)
  })

  test('for a minute at the most when such a list changed while it was rendered', async () => {
    render = async (path) => {
      if (renders.length === 1) purge(['news/c'])
      return answer(path, [soonTag('news/c')])
    }
    await read('/a')
    now += 59_000
    await read('/a')
    expect(renders).toHaveLength(1)
    now += 1_000
    await read('/a')
    expect(renders).toHaveLength(2)
  })
})

describe('when nothing can be rendered', () => {
  test('a purged page is given once more, and never while it can be rendered', async () => {
    render = async (path) => answer(`${path} ${renders.length}`, ['news:1'])
    await read('/a')
    purge(['news:1'])
    render = unavailable
    expect(await read('/a')).toBe('/a 1')
    render = async (path) => answer(`${path} ${renders.length}`, ['news:1'])
    expect(await read('/a')).toBe('/a 3')
  })

  test('an error of the page counts as not rendered', async () => {
    await read('/a')
    purge(null)
    render = async () => answer('broken', [], { status: 500 })
    expect(await read('/a')).toBe('/a')
  })

  test('a page that has expired is given', async () => {
    render = async (path) => answer(path, [], { expiresAt: now + 1_000 })
    await read('/a')
    now += 2_000
    render = unavailable
    expect(await read('/a')).toBe('/a')
  })

  test('nothing is given that shows what was withdrawn', async () => {
    await read('/a')
    purge(['news:1'], ['news:1'])
    render = unavailable
    await expect(read('/a')).rejects.toThrow(RenderUnavailable)
  })

  test('a page that was purged before and shows what is withdrawn later is not given', async () => {
    await read('/a')
    purge(['news:1'])
    purge([], ['news:1'])
    render = unavailable
    await expect(read('/a')).rejects.toThrow(RenderUnavailable)
  })

  test('a page that was overtaken by a purge is given, though it was never kept', async () => {
    render = async (path) => {
      purge(['news:1'])
      return answer(path, ['news:1'])
    }
    await read('/a')
    render = unavailable
    expect(await read('/a')).toBe('/a')
  })

  test.each([
    ['of something that it shows', () => purge(['news:1'], ['news:1'])],
    ['of anything', () => purge(null)],
  ])('a page that was overtaken by a withdrawal %s is not given', async (_, withdraw) => {
    render = async (path) => {
      withdraw()
      return answer(path, ['news:1'])
    }
    await read('/a')
    render = unavailable
    await expect(read('/a')).rejects.toThrow(RenderUnavailable)
  })

  test('a page that nobody has seen is not there', async () => {
    render = unavailable
    await expect(read('/a')).rejects.toThrow(RenderUnavailable)
  })
})

describe('many who ask at once', () => {
  test('get one rendering', async () => {
    const pages = await Promise.all([read('/a'), read('/a'), read('/b')])
    expect(pages).toEqual(['/a', '/a', '/b'])
    expect(renders).toEqual(['/a', '/b'])
  })

  test('get one of their own when it has been under way for long', async () => {
    const first = Promise.withResolvers<FinishedResponse>()
    render = () => first.promise
    const early = read('/a')
    now += 1_000
    render = async () => answer('new', ['news:1'])
    expect(await read('/a')).toBe('new')
    first.resolve(answer('old', ['news:1']))
    expect(await early).toBe('old')
  })

  test('a rendering that was overtaken by a purge is kept for nobody', async () => {
    const first = Promise.withResolvers<FinishedResponse>()
    render = () => first.promise
    const early = read('/a')
    purge(['news:1'])
    const late = read('/a')
    first.resolve(answer('old', ['news:1']))
    await Promise.all([early, late])
    render = async () => answer('new', ['news:1'])
    expect(await read('/a')).toBe('new')
  })
})

describe('memory', () => {
  test('is bounded: what nobody asked for longest goes first', async () => {
    cache = cacheOf(100_000)
    render = async (path) => answer(path.padEnd(10_000), [])
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await read('/hot')
      await read(`/${name}`)
    }
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
    expect(renders.filter((path) => path === '/hot')).toHaveLength(1)
    expect(cache.fresh('/a')).toBeUndefined()
    expect(cache.fresh('/h')).toBeDefined()
  })

  test('is bounded for addresses that lead nowhere', async () => {
    cache = cacheOf(100_000)
    render = async (path) => answer(path.padEnd(10_000), [], { status: 404 })
    await read('/good')
    for (let at = 0; at < 2_000; at += 1) await read(`/bad-${at}`)
    expect(cache.bytes).toBeLessThan(5 * MEGABYTE)
  })
})
