import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-test-entry-'))
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default { test: { globals: true } }')
})

afterEach(() => rm(folder, { recursive: true }))

/** `npm test` over test files of our own. */
async function runTests(files: Record<string, string>): Promise<{ code: number; last?: string }> {
  for (const [name, code] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.test.js`), code)
  }
  const words = ['test/support/run.ts', '--root', folder, '--config', 'vitest.config.mjs']
  const { code, stdout } = await promisify(execFile)(process.execPath, words).then(
    (result) => ({ ...result, code: 0 }),
    (error: { code: number; stdout: string }) => error,
  )
  return { code, last: stdout.trimEnd().split('\n').at(-1) ?? '' }
}

const GOOD = `test('a', () => {}); test('b', () => {})`

test('the last line counts what passed', async () => {
  expect(await runTests({ good: GOOD })).toEqual({ code: 0, last: '2 passed, 0 failed' })
})

test('failures, skipped tests and files that cannot be loaded are counted as what they are', async () => {
  const result = await runTests({
    good: GOOD,
    mixed: `test('c', () => { throw new Error('no') }); test.skip('d', () => {})`,
    broken: `import './absent.js'; test('never', () => {})`,
  })
  expect(result).toEqual({ code: 1, last: '2 passed, 2 failed, 1 skipped' })
})

test('a failing hook is a failure, also where no test of its group could run', async () => {
  const hook = `describe('group', () => { beforeAll(() => { throw new Error('no') }); test('e', () => {}) })`
  const { code, last } = await runTests({ good: GOOD, hook })
  expect(code).toBe(1)
  expect(last).toMatch(/^2 passed, [12] failed/)
})

test('an error that no test caught is a failure', async () => {
  const loose = `test('f', () => { Promise.reject(new Error('loose')) })`
  expect(await runTests({ loose })).toEqual({ code: 1, last: '1 passed, 1 failed' })
})

test('a run without a single test is no success', async () => {
  expect((await runTests({})).code).toBe(1)
})
