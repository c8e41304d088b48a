import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '#test/support/browser.ts'
import { setup as buildSite } from '#test/support/built-site.ts'
import { movementOf } from '#test/support/layout-shift.ts'
import { besidesPictures, bytesOf, resourcesOf, type Resource } from '#test/support/page-weight.ts'
import { startSite } from '#test/support/site-process.ts'
import { placeFor } from '../data/place.ts'
import { commandWords } from '../data/setting.ts'
import { runMeasured } from '../measured.ts'
import { scoresOf } from '../pages/lighthouse.ts'
import { measuredPages } from '../pages/measured-pages.ts'
import type { Bench, Part } from '../part.ts'
import type { Report } from '../report.ts'

const WIDTHS = [360, 1280]

export const pagesPart: Part = {
  summary:
    'What a page of each kind weighs, whether it moves while it comes in, and how Lighthouse ' +
    'scores it, on the sample content.',
  usage: '[--runs N]',
  async run(words, bench) {
    const { runs = '5' } = parseArgs({ args: words, options: { runs: { type: 'string' } } }).values
    const program = findBrowser()
    if (!program) {
      throw new Error(
        'This part needs Chromium or Chrome: install one (Debian: apt-get install chromium), or ' +
          'set CHROME_PATH to its program.',
      )
    }
    await buildSite()
    const place = placeFor(bench.scratch, { isStandIn: false }, 'pages')
    console.log('fill: the sample content')
    await runMeasured(commandWords('migrate'), place.env, bench.scratch)
    await runMeasured(commandWords('add-sample'), place.env, bench.scratch)
    const site = await startSite({ ...place.env, LOG_LEVEL: 'error' })
    try {
      const pages = await measuredPages(site)
      await measureInBrowser(bench, program, pages)
      for (const [name, url] of Object.entries(pages)) {
        const scores = await scoresOf(url, program, Number(runs))
        for (const [category, score] of Object.entries(scores)) {
          const atLeast = category === 'performance' ? 98 : 100
          bench.report.figure(`pages.${name}.lighthouse.${category}`, score, '', { atLeast })
        }
      }
    } finally {
      await site.stop()
    }
  },
}

async function measureInBrowser(
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

/** The targets are those of an article; no other kind of page has any. */
function reportWeight(report: Report, name: string, resources: readonly Resource[]): void {
  const targets = name === 'article'
  const weigh = (label: string, kinds: readonly string[], atMost?: number) => {
    const bytes = bytesOf(resources, ...kinds)
    report.figure(`pages.${name}.${label}`, bytes / 1000, 'KB', {
      atMost: targets ? atMost : undefined,
    })
  }
  weigh('html', ['document'])
  weigh('styles', ['stylesheet'])
  weigh('htmlAndStyles', ['document', 'stylesheet'], 20)
  weigh('scripts', ['script'])
  weigh('fonts', ['font'], 60)
  weigh('pictures', ['image'])
  const fonts = resources.filter(({ kind }) => kind === 'font').length
  report.figure(`pages.${name}.fontFiles`, fonts, '', { atMost: targets ? 2 : undefined })
  const requests = besidesPictures(resources).length
  report.figure(`pages.${name}.requests`, requests, '', { atMost: targets ? 6 : undefined })
}

async function inFreshPage<Result>(
  browser: Browser,
  width: number,
  measure: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' })
  try {
    return await measure(await context.newPage())
  } finally {
    await context.close()
  }
}
