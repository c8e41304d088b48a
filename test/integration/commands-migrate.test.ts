import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { migrationStatus } from '#cms/database/migration-status.ts'
import { readConfig } from '#shared/config.ts'

const config = readConfig()
const file = join(config.dataDir, 'portal.db')

beforeEach(async () => {
  for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true })
})

/** The command as the operator runs it. */
async function migrate(...args: string[]): Promise<{ code: number; output: string }> {
  const words = ['cms/commands/cli.ts', 'migrate', ...args]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, words)
    return { code: 0, output: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, output: stderr }
  }
}

test('looking at the state of an absent database does not create it', async () => {
  expect((await migrationStatus(config)).pending).not.toHaveLength(0)
  expect(existsSync(file)).toBe(false)
})

test('--dry-run lists what would be done and does nothing', async () => {
  const { code, output } = await migrate('--dry-run')
  expect(code).toBe(0)
  expect(output).toMatch(/Sẽ cập nhật file:.*\n {2}\d{8}_\d{6}_\w+\n/)
  expect(existsSync(file)).toBe(false)
})

test('two starts together migrate once, and a third finds nothing to do', async () => {
  const both = await Promise.all([migrate(), migrate()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(await migrationStatus(config)).toEqual({ pending: [], unknown: [] })
  expect((await migrate()).output).toContain('đã đúng phiên bản')
}, 60_000)

test('a database that a newer version has written stops the command and stays as it is', async () => {
  const database = new DatabaseSync(file)
  database.exec(
    "CREATE TABLE payload_migrations (name TEXT); INSERT INTO payload_migrations VALUES ('29991231_000000_future')",
  )
  database.close()
  const { code, output } = await migrate()
  expect(code).toBe(1)
  expect(output).toContain('phiên bản mới hơn')
  expect(output).toContain('29991231_000000_future')
})
