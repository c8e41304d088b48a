import type { Page } from 'playwright-core'

/** A part of the screen that moved although nobody touched it. */
interface Shift extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly { readonly node: Node | null }[]
}

/** How far a page moves by itself, and what moves. */
export interface Movement {
  /** The sum of all shifts: at least the "cumulative layout shift". */
  readonly shift: number
  readonly moved: readonly string[]
  /** Fonts that were held back: without one nothing was tried. */
  readonly heldFonts: number
}

/**
 * Opens a page as on a slow line, where its fonts come only after the first paint, and reads it from
 * top to bottom, so that pictures come in, too.
 * @param page a fresh one
 */
export async function movementOf(page: Page, url: string): Promise<Movement> {
  const painted = Promise.withResolvers<void>()
  let heldFonts = 0
  await page.route('**/*.woff2', async (route) => {
    heldFonts += 1
    await painted.promise
    await route.continue()
  })
  const loaded = page.goto(url, { waitUntil: 'load' })
  try {
    await page.waitForURL(url, { waitUntil: 'commit' })
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    )
  } finally {
    painted.resolve()
  }
  await loaded
  await readThrough(page)
  return { ...(await shiftsSoFar(page)), heldFonts }
}

async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await document.fonts.ready
    const { scrollHeight } = document.documentElement
    for (let top = 0; top < scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top)
      await frame()
      const shown = [...document.images].filter((image) => {
        const { top, bottom, height } = image.getBoundingClientRect()
        return height > 0 && top < innerHeight && bottom > 0
      })
      // One that does not decode leaves its place empty: that moves nothing.
      await Promise.all(shown.map((image) => image.decode().catch(() => null)))
      await frame()
    }
  })
}

async function shiftsSoFar(page: Page): Promise<Omit<Movement, 'heldFonts'>> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => null)
    observer.observe({ type: 'layout-shift', buffered: true })
    const shifts = observer.takeRecords() as Shift[]
    observer.disconnect()
    const nameOf = (node: Node | null) =>
      node instanceof Element ? `${node.tagName} ${node.className}`.trim() : String(node?.nodeName)
    return {
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: [...new Set(shifts.flatMap(({ sources }) => sources.map(({ node }) => nameOf(node))))],
    }
  })
}
