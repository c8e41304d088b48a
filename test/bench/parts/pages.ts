import { parseArgs } from 'node:util'
import { findBrowser } from '#test/support/browser.ts'
import { setup as buildSite } from '#test/support/built-site.ts'
import { startSite } from '#test/support/site-process.ts'
import { placeFor } from '../data/place.ts'
import { commandWords } from '../data/setting.ts'
import { runMeasured } from '../measured.ts'
import { judge, type Judgement } from '../pages/lighthouse.ts'
import { measuredPages } from '../pages/measured-pages.ts'
import { weighPages } from '../pages/weigh-pages.ts'
import type { Part } from '../part.ts'
import type { Report } from '../report.ts'

export const pagesPart: Part = {
  summary:
    'What a page of each kind weighs, whether it moves while it comes in, and how Lighthouse ' +
    'scores it, on the sample content.',
  usage: '[--runs N]',
  async run(words, bench) {
    const { runs = '5' } = parseArgs({ args: words, options: { runs: { type: 'string' } } }).values
    if (!/^[1-9]\d?$/.test(runs))
      throw new Error(`--runs is "${runs}". Give a number from 1 to 99.`)
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
      await weighPages(bench, program, pages)
      for (const [name, url] of Object.entries(pages)) {
        reportJudgement(bench.report, name, await judge(url, program, Number(runs)))
      }
    } finally {
      await site.stop()
    }
  },
}

function reportJudgement(report: Report, page: string, judgement: Judgement): void {
  const prefix = `pages.${page}.lighthouse`
  for (const [category, score] of Object.entries(judgement.scores)) {
    const atLeast = category === 'performance' ? 98 : 100
    report.figure(`${prefix}.${category}`, score, '', { atLeast })
  }
  for (const [name, ms] of Object.entries(judgement.times)) {
    report.figure(`${prefix}.${name}`, ms, 'ms')
  }
  report.figure(`${prefix}.benchmarkIndex`, judgement.benchmarkIndex)
}
