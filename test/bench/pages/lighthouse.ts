import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { median } from '../site/numbers.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
/** In milliseconds: what the score of the performance is made of, but for shifts. */
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time']
/** Of one run: a browser on a busy machine now and then loses the beginning of its trace. */
const ATTEMPTS = 3

export interface Judgement {
  /** By category, 0 to 100. */
  readonly scores: Readonly<Record<string, number>>
  /** By name, in milliseconds as on the phone. */
  readonly times: Readonly<Record<string, number>>
  /** How fast Lighthouse found this machine: below 1,000 the times say more of it than of the page. */
  readonly benchmarkIndex: number
}

/**
 * Lighthouse on a page, as on a phone with its slow line and processor: the median of some runs,
 * each in a browser of its own.
 * @param program of Chromium or Chrome
 * @throws Error where Lighthouse could not load the page
 */
export async function judge(url: string, program: string, runs: number): Promise<Judgement> {
  const results: Result[] = []
  while (results.length < runs) results.push(await oneRun(url, program))
  logFindings(results)
  const typical = (of: (result: Result) => number) => median(results.map(of))
  const each = (names: readonly string[], of: (result: Result, name: string) => number) =>
    Object.fromEntries(names.map((name) => [name, typical((result) => of(result, name))]))
  return {
    scores: each(CATEGORIES, ({ categories }, id) => (categories[id]?.score ?? 0) * 100),
    times: each(TIMES, ({ audits }, id) => audits[id]?.numericValue ?? Infinity),
    benchmarkIndex: typical(({ environment }) => environment.benchmarkIndex),
  }
}

async function oneRun(url: string, program: string): Promise<Result> {
  let problem: string | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const chromeFlags = ['--headless=new', '--no-sandbox']
    const browser = await launch({ chromePath: program, chromeFlags })
    try {
      const { port } = browser
      const flags = { port, logLevel: 'error' as const, onlyCategories: CATEGORIES }
      const result = (await lighthouse(url, flags))?.lhr
      if (result && !result.runtimeError) return result
      problem = result?.runtimeError?.message
      console.error(`    once more: ${problem}`)
    } finally {
      browser.kill()
    }
  }
  throw new Error(`Lighthouse could not load ${url}: ${problem}`)
}

/** What Lighthouse had to say in any of the runs. */
function logFindings(results: readonly Result[]): void {
  const findings = results.flatMap(({ audits }) =>
    Object.values(audits).filter(({ score }) => score !== null && score < 0.9),
  )
  for (const id of new Set(findings.map((finding) => finding.id))) {
    const said = findings.filter((finding) => finding.id === id)
    console.log(`    ${id} in ${said.length} runs: ${said.at(-1)?.displayValue ?? ''}`)
  }
}
