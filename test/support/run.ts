/** `npm test`: all tests, with the true counts in the last line. Words after `--` go to vitest. */
import { parseCLI, startVitest, type TestModule, type Vitest } from 'vitest/node'
import { findBrowser, HOW_TO_GET_BROWSER } from './browser.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

const counts = await runTests(process.argv.slice(2))
if (counts.skipped > 0 && findBrowser() === null) console.log(`\n${HOW_TO_GET_BROWSER}`)
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)

async function runTests(words: string[]): Promise<Counts> {
  const { filter, options } = parseCLI(['vitest', 'run', ...words])
  try {
    const vitest = await startVitest(filter, { ...options, watch: false })
    const result = countResults(vitest)
    await vitest.close()
    return result
  } catch (error) {
    // The set-up of a project broke: nothing ran, and that is a failure.
    console.error(error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function countResults({ state }: Vitest): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const module of state.getTestModules()) {
    for (const test of module.children.allTests()) {
      const { state: result } = test.result()
      // A test that never got to run is no pass: its file or its set-up broke.
      counts[result === 'pending' ? 'failed' : result] += 1
    }
    counts.failed += brokenParts(module)
  }
  counts.failed += state.getUnhandledErrors().length
  return counts
}

/** Files that could not be loaded and hooks that threw count as failures of their own. */
function brokenParts(module: TestModule): number {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0)
  return suites.length + (module.errors().length > 0 ? 1 : 0)
}
