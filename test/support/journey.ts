import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fromAnotherAddress } from './addresses.ts'
import { findBrowser, HOW_TO_GET_BROWSER } from './browser.ts'

const program = findBrowser()
/** Without a browser a person's run leaves journeys out; a CI's run fails. */
const isLeftOut = program === null && !process.env.CI

/** A test in a real browser: skipped where there is none, except on a CI. */
export const journey = test.skipIf(isLeftOut)

/**
 * One browser for a test file.
 * @returns a function that opens a fresh visitor: no cookies, Vietnamese, Hanoi time
 */
export function useBrowser(): (options?: VisitorOptions) => Promise<Page> {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (isLeftOut) return
    if (program === null) throw new Error(HOW_TO_GET_BROWSER)
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
  return async (options = {}) => {
    if (!browser) throw new Error('useBrowser() must be called at the top of the test file.')
    const context = await browser.newContext({
      baseURL: inject('portal').siteUrl,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      // In the admin a forwarded address would make a stranger of who sits at the machine.
      ...(options.baseURL ? {} : { extraHTTPHeaders: fromAnotherAddress() }),
      ...options,
    })
    context.setDefaultTimeout(30_000)
    return context.newPage()
  }
}

/** Opens a page until it shows something: the site sees a save within a second, not at once. */
export async function openWith(page: Page, path: string, wanted: Locator): Promise<void> {
  await expect.poll(() => countAt(page, path, wanted), SOON).toBeGreaterThan(0)
}

/** Opens a page until it no longer shows something. */
export async function openWithout(page: Page, path: string, unwanted: Locator): Promise<void> {
  await expect.poll(() => countAt(page, path, unwanted), SOON).toBe(0)
}

const SOON = { timeout: 20_000, interval: 100 }

async function countAt(page: Page, path: string, sought: Locator): Promise<number> {
  await page.goto(path)
  return sought.count()
}

export type VisitorOptions = Parameters<Browser['newContext']>[0]
export type { BrowserContext, Page }
