import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-test-entry-'))
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default { test: { globals: true } }')
})

afterEach(() => rm(folder, { recursive: true }))

/** `npm test` over test files of our own; `lines` are its last ones, the counts at the end. */
async function run(files: Record<string, string>, ...more: string[]) {
  for (const [name, code] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.test.js`), code)
  }
  const words = ['test/support/run.ts', '--root', folder, '--config', 'vitest.config.mjs', ...more]
  const { code, stdout } = await promisify(execFile)(process.execPath, words).then(
    (result) => ({ ...result, code: 0 }),
    (error: { code: number; stdout: string }) => error,
  )
  return { code, lines: stdout.trimEnd().split('\n').slice(-4) }
}

async function runTests(files: Record<string, string>) {
  const { code, lines } = await run(files)
  return { code, last: lines.at(-1) ?? '' }
}

const GOOD = `test('a', () => {}); test('b', () => {})`

test('the last line counts what passed', async () => {
  expect(await runTests({ good: GOOD })).toEqual({ code: 0, last: '2 passed, 0 failed' })
})

test('failures, skipped tests and files that cannot be loaded are counted as what they are', async () => {
  const result = await runTests({
    good: GOOD,
    mixed: `test('c', () => { throw new Error('no') }); test('d', ({ skip }) => skip())`,
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

describe('test files that the machine cannot run on MongoDB', () => {
  beforeEach(async () => {
    const test = { globals: true, provide: { leftOutOnMongodb: ['a/news.js', 'a/users.js'] } }
    await writeFile(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify({ test })}`)
  })

  test('are counted as skipped, and one line says what they need', async () => {
    const { code, lines } = await run({ good: GOOD })
    expect(code).toBe(0)
    expect(lines.at(-1)).toBe('2 passed, 0 failed, 2 skipped')
    expect(lines.at(-3)).toMatch(
      /^Skipped on MongoDB: 2 test file\(s\)\. .* JDK 17 .* TEST_MONGODB_URL/,
    )
  })

  test('are counted only where they were asked for', async () => {
    const { lines } = await run({ good: GOOD, users: GOOD }, 'users')
    expect(lines.at(-1)).toBe('2 passed, 0 failed, 1 skipped')
    const elsewhere = await run({}, '--project', '!integration-mongodb')
    expect(elsewhere.lines.at(-1)).toBe('4 passed, 0 failed')
  })
})
