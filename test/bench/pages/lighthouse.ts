import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { median } from '../site/numbers.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof CATEGORIES)[number]

/**
 * Lighthouse's scores of a page, 0 to 100, as on a phone with its slow line and processor: the
 * median of some runs, each in a browser of its own.
 * @param program of Chromium or Chrome
 * @throws Error where Lighthouse could not load the page
 */
export async function scoresOf(
  url: string,
  program: string,
  runs: number,
): Promise<Record<Category, number>> {
  const scores = new Map<Category, number[]>(CATEGORIES.map((category) => [category, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const [category, score] of await oneRun(url, program)) scores.get(category)?.push(score)
  }
  const typical = (category: Category) => median(scores.get(category) ?? [])
  return {
    performance: typical('performance'),
    accessibility: typical('accessibility'),
    'best-practices': typical('best-practices'),
    seo: typical('seo'),
  }
}

async function oneRun(url: string, program: string): Promise<[Category, number][]> {
  const browser = await launch({
    chromePath: program,
    chromeFlags: ['--headless=new', '--no-sandbox'],
  })
  try {
    const { port } = browser
    const onlyCategories = [...CATEGORIES]
    const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories })
    const problem = result?.lhr.runtimeError
    if (!result || problem) throw new Error(`Lighthouse could not load ${url}: ${problem?.message}`)
    const { categories, audits } = result.lhr
    for (const { id, score, displayValue = '' } of Object.values(audits)) {
      if (score !== null && score < 0.9) console.log(`    ${id}: ${score} ${displayValue}`)
    }
    return CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)])
  } finally {
    browser.kill()
  }
}
