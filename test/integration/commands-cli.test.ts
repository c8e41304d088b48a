import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { tryLock } from '#cms/database/sqlite/file-lock.ts'
import { readConfig } from '#shared/config.ts'

/** The runner as npm calls it. */
async function cms(words: string[], env: Record<string, string> = {}) {
  const options = { env: { ...process.env, ...env } }
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['cms/commands/cli.ts', ...words],
      options,
    )
    return { code: 0, output: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

test('without a verb every command is listed with its usage', async () => {
  const { code, output } = await cms([])
  expect(code).toBe(0)
  for (const verb of ['start', 'import', 'remove-sample', 'user-add', 'reset-password']) {
    expect(output).toMatch(new RegExp(`^  ${verb}\\b.*\n {6}\\S`, 'm'))
  }
})

test('an unknown verb is refused with the list', async () => {
  const { code, output } = await cms(['constructor'])
  expect(code).toBe(2)
  expect(output).toContain('Không có lệnh "constructor".')
  expect(output).toContain('  start [--empty] [--begin-anew]')
})

test('a word that a command does not know is refused with its usage', async () => {
  expect(await cms(['start', '--emty'])).toEqual({
    code: 2,
    output: 'Không hiểu "--emty".\nCách dùng: npm run cms -- start [--empty] [--begin-anew]\n',
  })
})

test('wrong settings stop the start with one list of all problems', async () => {
  const wrong = { CMS_PORT: 'x', PAYLOAD_SECRET: 'short', SITE_URL: 'example.vn' }
  const { code, output } = await cms(['start'], wrong)
  expect(code).toBe(1)
  for (const name of Object.keys(wrong)) expect(output).toContain(name)
  expect(output).not.toContain('    at ')
})

test('a second start of the same data says that the first is running', async () => {
  const { dataDir } = readConfig()
  const first = tryLock(`${dataDir}/start.lock`)
  const { code, output } = await cms(['start'])
  first?.release()
  expect(code).toBe(1)
  expect(output).toContain('đang chạy rồi')
})
