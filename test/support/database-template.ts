import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { testEnvironment } from './test-environment.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a migrated, empty database; database.ts copies it for each test file. */
    databaseTemplate: string
  }
}

/** Migrates one database for the whole run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-template-'))
  const env = { ...process.env, ...testEnvironment(folder), NODE_ENV: 'test' as const }
  await promisify(execFile)(process.execPath, ['cms/commands/cli.ts', 'migrate'], { env })
  provide('databaseTemplate', folder)
  return () => rm(folder, { recursive: true, force: true })
}
