import { chromium, type Browser, type Page } from 'playwright-core'
import { movementOf } from '#test/support/layout-shift.ts'
import { besidesPictures, bytesOf, resourcesOf, type Resource } from '#test/support/page-weight.ts'
import type { Bench } from '../part.ts'
import type { Report } from '../report.ts'

const WIDTHS = [360, 1280]

/** What each page weighs on a phone, and how far it moves while it comes in on a slow line. */
export async function weighPages(
  { report, scratch }: Bench,
  program: string,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
  scratch.onEnd(() => void browser.close())
  for (const [name, url] of Object.entries(pages)) {
    console.log(`${name}: ${url}`)
    reportWeight(report, name, await inFreshPage(browser, 360, (page) => resourcesOf(page, url)))
    for (const width of WIDTHS) {
      const { shift } = await inFreshPage(browser, width, (page) => movementOf(page, url))
      report.figure(`pages.${name}.shift.${width}px`, shift, '', { atMost: 0 })
    }
  }
  await browser.close()
}

/** The targets are those of an article; other kinds of page are weighed without a bound. */
function reportWeight(report: Report, name: string, resources: readonly Resource[]): void {
  const bounds = (atMost?: number) => (name === 'article' ? { atMost } : {})
  const weigh = (label: string, kinds: readonly string[], atMost?: number) => {
    const kilobytes = bytesOf(resources, ...kinds) / 1000
    report.figure(`pages.${name}.${label}`, kilobytes, 'KB', bounds(atMost))
  }
  weigh('html', ['document'])
  weigh('styles', ['stylesheet'])
  weigh('htmlAndStyles', ['document', 'stylesheet'], 20)
  weigh('scripts', ['script'])
  weigh('fonts', ['font'], 60)
  weigh('pictures', ['image'])
  const fonts = resources.filter(({ kind }) => kind === 'font').length
  report.figure(`pages.${name}.fontFiles`, fonts, '', bounds(2))
  const requests = besidesPictures(resources).length
  report.figure(`pages.${name}.requests`, requests, '', bounds(6))
}

async function inFreshPage<Result>(
  browser: Browser,
  width: number,
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' })
  try {
    return await measure(await context.newPage())
  } finally {
    await context.close()
  }
}
