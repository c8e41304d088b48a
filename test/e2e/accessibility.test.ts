import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, inject } from 'vitest'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { KINDS_OF_PAGES, openKind } from '#test/support/kinds-of-pages.ts'

const openVisitor = useBrowser()
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 780 }
const NARROW = { width: 320, height: 640 }
/** Colours are all that changes with the scheme: the other rules have nothing more to say then. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const IN_HIGH_CONTRAST = new Set([
  'home',
  'article',
  'documents',
  'programme',
  'reply with mistakes',
])

describe.each(KINDS_OF_PAGES)('$name', (kind) => {
  journey(
    'has nothing that axe objects to, in light and dark, on a desk and on a phone',
    async () => {
      const page = await openVisitor({ viewport: DESK, colorScheme: 'light' })
      await openKind(kind, inject('portal'), page)
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme: 'light' })
        expect(await objections(page)).toEqual([])
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await objections(page, COLOUR_RULES)).toEqual([])
      }
      if (IN_HIGH_CONTRAST.has(kind.name)) {
        await page.evaluate(() => (document.documentElement.dataset.mode = 'contrast'))
        expect(await objections(page, COLOUR_RULES)).toEqual([])
      }
      await page.context().close()
    },
  )

  journey('never scrolls sideways, from 320 pixels on and with the largest text', async () => {
    const page = await openVisitor({ viewport: NARROW })
    await openKind(kind, inject('portal'), page)
    expect(await tooWide(page)).toEqual([])
    await page.evaluate(() => (document.documentElement.dataset.text = '3'))
    expect(await tooWide(page)).toEqual([])
    await page.setViewportSize({ width: 768, height: 900 })
    expect(await tooWide(page)).toEqual([])
    await page.context().close()
  })
})

/** What axe objects to: rule and place. */
async function objections(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** What sticks out of the page on the right; empty while the page itself does not scroll. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName}.${element.className}`)
  })
}
