/** `npm test`: all tests, with the true counts in the last line. Words after `--` go to vitest. */
import { parseCLI, startVitest, type TestModule, type Vitest } from 'vitest/node'
import { findBrowser, HOW_TO_GET_BROWSER } from './browser.ts'
import { HOW_TO_GET_MONGODB } from './java.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
  /** Test files that do not run on MongoDB here; each is one of the skipped. */
  leftOut: number
}

const counts = await runTests(process.argv.slice(2))
if (counts.skipped > counts.leftOut && findBrowser() === null) {
  console.log(`\n${HOW_TO_GET_BROWSER}`)
}
if (counts.leftOut > 0) {
  console.log(`\nSkipped on MongoDB: ${counts.leftOut} test file(s). ${HOW_TO_GET_MONGODB}`)
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)

async function runTests(words: string[]): Promise<Counts> {
  const { filter, options } = parseCLI(['vitest', 'run', ...words])
  try {
    const vitest = await startVitest(filter, { ...options, watch: false })
    const result = countResults(vitest, leftOutFiles(vitest, filter))
    await vitest.close()
    return result
  } catch (error) {
    // The set-up of a project broke: nothing ran, and that is a failure.
    console.error(error)
    return { passed: 0, failed: 1, skipped: 0, leftOut: 0 }
  }
}

/** Of the files that this machine cannot run on MongoDB, how many were asked for. */
function leftOutFiles(vitest: Vitest, filter: string[]): number {
  if (!vitest.matchesProjectFilter('integration-mongodb')) return 0
  const { leftOutOnMongodb: files = [] } = vitest.config.provide
  const isAskedFor = (file: string) => filter.some((word) => file.includes(word))
  return files.filter((file) => filter.length === 0 || isAskedFor(file)).length
}

function countResults({ state }: Vitest, leftOut: number): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: leftOut, leftOut }
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
