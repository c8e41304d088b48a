import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, describe, expect, inject } from 'vitest'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { KINDS_OF_PAGES, openKind } from '#test/support/kinds-of-pages.ts'

const openVisitor = useBrowser()
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 780 }
/** Colours are all that changes with the scheme: the other rules have nothing more to say then. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const IN_HIGH_CONTRAST = new Set([
  'home',
  'article',
  'documents',
  'programme',
  'reply with mistakes',
])

let page: Page
let errors: string[]
beforeAll(async () => {
  page = await openVisitor({ reducedMotion: 'reduce' })
})

describe.each(KINDS_OF_PAGES)('$name', (kind) => {
  beforeAll(async () => {
    await page.setViewportSize(DESK)
    await page.emulateMedia({ colorScheme: 'light' })
    errors = errorsIn(page, kind.status)
    await openKind(kind, inject('portal'), page)
  })

  journey('has nothing that axe objects to, in light and dark, on a desk and a phone', async () => {
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
  })

  journey('never scrolls sideways, from 320 pixels on and with the largest text', async () => {
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 900 })
      for (const size of ['1', '3']) {
        await page.evaluate((text) => (document.documentElement.dataset.text = text), size)
        expect(await tooWide(page), `${width} pixels, text size ${size}`).toEqual([])
      }
    }
  })

  journey('runs without an error of a script or a policy', () => {
    expect(errors).toEqual([])
  })
})

/** Errors of scripts and broken policies, as they come; a page's own status is not one. */
function errorsIn(page: Page, status = 200): string[] {
  const errors: string[] = []
  page.removeAllListeners('pageerror').removeAllListeners('console')
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    const isOwnStatus = message.text().includes(`status of ${status} `)
    if (message.type() === 'error' && !isOwnStatus) errors.push(message.text())
  })
  return errors
}

/** What axe objects to: rule and place. */
async function objections(page: Page, rules?: string[]): Promise<string[]> {
  // One frame to look at, and only what is wrong: three times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
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
