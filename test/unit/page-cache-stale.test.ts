import { beforeEach, describe, expect, test } from 'vitest'
import { RenderUnavailable } from '#site/server/exchange.ts'
import { CachedPages, rendered } from '#test/support/cached-pages.ts'

let pages: CachedPages
beforeEach(() => {
  pages = new CachedPages()
})

const unavailable = () => Promise.reject(new RenderUnavailable('The worker is not running.'))

describe('when nothing can be rendered', () => {
  test('a purged page is given once more, and never while it can be rendered', async () => {
    pages.render = async (path) => rendered(`${path} ${pages.renders.length}`, ['news:1'])
    await pages.read('/a')
    pages.purge(['news:1'])
    pages.render = unavailable
    expect(await pages.read('/a')).toBe('/a 1')
    pages.render = async (path) => rendered(`${path} ${pages.renders.length}`, ['news:1'])
    expect(await pages.read('/a')).toBe('/a 3')
  })

  test('an error of the page counts as not rendered', async () => {
    await pages.read('/a')
    pages.purge(null)
    pages.render = async () => rendered('broken', [], { status: 500 })
    expect(await pages.read('/a')).toBe('/a')
  })

  test('a page that has expired is given', async () => {
    pages.render = async (path) => rendered(path, [], { expiresAt: pages.now + 1_000 })
    await pages.read('/a')
    pages.now += 2_000
    pages.render = unavailable
    expect(await pages.read('/a')).toBe('/a')
  })

  test('nothing is given that shows what was withdrawn', async () => {
    await pages.read('/a')
    pages.purge(['news:1'], ['news:1'])
    pages.render = unavailable
    await expect(pages.read('/a')).rejects.toThrow(RenderUnavailable)
  })

  test('a page that was purged before and shows what is withdrawn later is not given', async () => {
    await pages.read('/a')
    pages.purge(['news:1'])
    pages.purge([], ['news:1'])
    pages.render = unavailable
    await expect(pages.read('/a')).rejects.toThrow(RenderUnavailable)
  })

  test('a page that was overtaken by a purge is given, though it was never kept', async () => {
    pages.render = async (path) => {
      pages.purge(['news:1'])
      return rendered(path, ['news:1'])
    }
    await pages.read('/a')
    pages.render = unavailable
    expect(await pages.read('/a')).toBe('/a')
  })

  test.each([
    ['of something that it shows', () => pages.purge(['news:1'], ['news:1'])],
    ['of anything', () => pages.purge(null)],
  ])('a page that was overtaken by a withdrawal %s is not given', async (_, withdraw) => {
    pages.render = async (path) => {
      withdraw()
      return rendered(path, ['news:1'])
    }
    await pages.read('/a')
    pages.render = unavailable
    await expect(pages.read('/a')).rejects.toThrow(RenderUnavailable)
  })

  test('a page that nobody has seen is not there', async () => {
    pages.render = unavailable
    await expect(pages.read('/a')).rejects.toThrow(RenderUnavailable)
  })
})
