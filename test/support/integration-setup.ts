import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { testEnvironment } from './test-environment.ts'

/** Every test file has a data folder of its own, set before any module reads the settings. */
const dataDir = mkdtempSync(join(tmpdir(), 'portal-test-'))
Object.assign(process.env, testEnvironment(dataDir))

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
