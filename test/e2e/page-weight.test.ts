import { beforeAll, describe, expect, inject } from 'vitest'
import { journey, useBrowser } from '#test/support/journey.ts'
import { addressOf, KINDS_OF_PAGES } from '#test/support/kinds-of-pages.ts'
import { movementOf } from '#test/support/layout-shift.ts'
import { besidesPictures, bytesOf, resourcesOf, type Resource } from '#test/support/page-weight.ts'

const openVisitor = useBrowser()
const portal = inject('portal')
const PHONE = { width: 360, height: 780 }
const DESK = { width: 1280, height: 900 }
/** One page of each layout that has much on it. */
const LAYOUTS = new Set([
  'home',
  'news',
  'article',
  'documents',
  'document',
  'products',
  'product',
  'programmes',
  'programme',
  'questions',
  'contact',
  'search with results',
])

describe('an article, compressed as a browser gets it', () => {
  let resources: Resource[]
  beforeAll(async () => {
    const article = KINDS_OF_PAGES.find(({ name }) => name === 'article')
    if (!article) throw new Error('There is no kind of page for an article.')
    const address = portal.siteUrl + (await addressOf(article, portal))
    resources = await resourcesOf(await openVisitor({ viewport: PHONE }), address)
  })

  journey('has at most 20 KB of HTML and styles', () => {
    expect(bytesOf(resources, 'document')).toBeGreaterThan(0)
    expect(bytesOf(resources, 'stylesheet')).toBeGreaterThan(0)
    expect(bytesOf(resources, 'document', 'stylesheet')).toBeLessThanOrEqual(20_000)
  })

  journey('has at most two fonts, of 60 KB together', () => {
    const fonts = resources.filter(({ kind }) => kind === 'font')
    expect(fonts.map(({ url }) => url)).toHaveLength(2)
    expect(bytesOf(resources, 'font')).toBeLessThanOrEqual(60_000)
  })

  journey('asks for at most six things beside its pictures, each of them once', () => {
    const urls = besidesPictures(resources).map(({ url }) => url)
    expect(urls.length, urls.join('\n')).toBeLessThanOrEqual(6)
    expect(urls).toEqual([...new Set(urls)])
  })
})

describe('nothing moves while a page comes in on a slow line', () => {
  for (const kind of KINDS_OF_PAGES.filter(({ name }) => LAYOUTS.has(name))) {
    journey(kind.name, async () => {
      for (const viewport of [PHONE, DESK]) {
        const page = await openVisitor({ viewport })
        const address = portal.siteUrl + (await addressOf(kind, portal))
        const { shift, moved, heldFonts } = await movementOf(page, address)
        expect(heldFonts, 'fonts that came late').toBe(2)
        expect([shift, moved], `${viewport.width} pixels`).toEqual([0, []])
        await page.context().close()
      }
    })
  }
})
