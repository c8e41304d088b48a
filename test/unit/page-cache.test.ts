import { beforeEach, describe, expect, test } from 'vitest'
import { soonTag } from '#shared/cache-tags.ts'
import type { FinishedResponse } from '#site/server/exchange.ts'
import { CachedPages, MEGABYTE, rendered } from '#test/support/cached-pages.ts'

let pages: CachedPages
beforeEach(() => {
  pages = new CachedPages()
})

describe('a page is kept', () => {
  test('until one of its tags is purged', async () => {
    await pages.read('/a')
    await pages.read('/a')
    pages.purge(['news:2'])
    await pages.read('/a')
    expect(pages.renders).toEqual(['/a'])
    pages.purge(['news:2', 'news:1'])
    await pages.read('/a')
    expect(pages.renders).toEqual(['/a', '/a'])
  })

  test('until the moment at which it changes by itself', async () => {
    pages.render = async (path) => rendered(path, [], { expiresAt: pages.now + 60_000 })
    await pages.read('/a')
    pages.now += 59_999
    await pages.read('/a')
    expect(pages.renders).toHaveLength(1)
    pages.now += 1
    await pages.read('/a')
    expect(pages.renders).toHaveLength(2)
  })

  test('not when a tag of it was purged while it was rendered', async () => {
    pages.render = async (path) => {
      if (pages.renders.length === 1) pages.purge(['news:1'])
      return rendered(`${path} ${pages.renders.length}`, ['news:1'])
    }
    expect(await pages.read('/a')).toBe('/a 1')
    expect(await pages.read('/a')).toBe('/a 2')
    expect(await pages.read('/a')).toBe('/a 2')
  })

  test('not when everything was purged while it was rendered', async () => {
    pages.render = async (path) => {
      if (pages.renders.length === 1) pages.purge(null)
      return rendered(path, ['news:1'])
    }
    await pages.read('/a')
    await pages.read('/a')
    expect(pages.renders).toHaveLength(2)
  })

  test.each([
    ['an error', { status: 500 }],
    ['a page with a cookie', { headers: [['set-cookie', 'a=1']] as const }],
    ['a private page', { headers: [['cache-control', 'private, no-cache']] as const }],
    ['a page that must not be stored', { headers: [['cache-control', 'no-store']] as const }],
  ])('never: %s', async (_name, more) => {
    pages.render = async (path) => rendered(path, [], more)
    await pages.read('/a')
    await pages.read('/a')
    expect(pages.renders).toHaveLength(2)
  })

  test('for half a minute where there is nothing, or until something appears there', async () => {
    pages.render = async (path) => rendered(path, [`path:${path}`], { status: 404 })
    await pages.read('/a')
    await pages.read('/a')
    expect(pages.renders).toHaveLength(1)
    pages.purge(['path:/a'])
    await pages.read('/a')
    expect(pages.renders).toHaveLength(2)
    pages.now += 30_000
    await pages.read('/a')
    expect(pages.renders).toHaveLength(3)
  })

  test('for a minute at the most after a list changed that it shows by the way', async () => {
    pages.render = async (path) => rendered(path, ['news:1', soonTag('news/c')])
    await pages.read('/a')
    pages.purge(['news/c'])
    await pages.read('/a')
    expect(pages.renders).toHaveLength(1)
    pages.now += 60_000
    await pages.read('/a')
    expect(pages.renders).toHaveLength(2)
  })

  test('for a minute at the most when such a list changed while it was rendered', async () => {
    pages.render = async (path) => {
      if (pages.renders.length === 1) pages.purge(['news/c'])
      return rendered(path, [soonTag('news/c')])
    }
    await pages.read('/a')
    pages.now += 59_000
    await pages.read('/a')
    expect(pages.renders).toHaveLength(1)
    pages.now += 1_000
    await pages.read('/a')
    expect(pages.renders).toHaveLength(2)
  })
})

describe('many who ask at once', () => {
  test('get one rendering', async () => {
    const texts = await Promise.all([pages.read('/a'), pages.read('/a'), pages.read('/b')])
    expect(texts).toEqual(['/a', '/a', '/b'])
    expect(pages.renders).toEqual(['/a', '/b'])
  })

  test('get one of their own when it has been under way for long', async () => {
    const first = Promise.withResolvers<FinishedResponse>()
    pages.render = () => first.promise
    const early = pages.read('/a')
    pages.now += 1_000
    pages.render = async () => rendered('new', ['news:1'])
    expect(await pages.read('/a')).toBe('new')
    first.resolve(rendered('old', ['news:1']))
    expect(await early).toBe('old')
  })

  test('a rendering that was overtaken by a purge is kept for nobody', async () => {
    const first = Promise.withResolvers<FinishedResponse>()
    pages.render = () => first.promise
    const early = pages.read('/a')
    pages.purge(['news:1'])
    const late = pages.read('/a')
    first.resolve(rendered('old', ['news:1']))
    await Promise.all([early, late])
    pages.render = async () => rendered('new', ['news:1'])
    expect(await pages.read('/a')).toBe('new')
  })
})

describe('memory', () => {
  test('is bounded: what nobody asked for longest goes first', async () => {
    pages = new CachedPages(100_000)
    pages.render = async (path) => rendered(path.padEnd(10_000), [])
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await pages.read('/hot')
      await pages.read(`/${name}`)
    }
    expect(pages.cache.bytes).toBeLessThanOrEqual(100_000)
    expect(pages.renders.filter((path) => path === '/hot')).toHaveLength(1)
    expect(pages.cache.fresh('/a')).toBeUndefined()
    expect(pages.cache.fresh('/h')).toBeDefined()
  })

  test('is bounded for addresses that lead nowhere', async () => {
    pages = new CachedPages(100_000)
    pages.render = async (path) => rendered(path.padEnd(10_000), [], { status: 404 })
    await pages.read('/good')
    for (let at = 0; at < 2_000; at += 1) await pages.read(`/bad-${at}`)
    expect(pages.cache.bytes).toBeLessThan(5 * MEGABYTE)
  })
})
