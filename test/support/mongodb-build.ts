import { execFile, type ExecFileException } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { withLock } from '#cms/database/sqlite/file-lock.ts'
import { PROJECT_ROOT } from '#cms/project-root.ts'

const FOLDER = join(PROJECT_ROOT, 'test', 'support', 'mongodb')
const SOURCES = ['pom.xml', 'StandIn.java'] as const
const TARGET = join(FOLDER, 'target')
/** Lies in the output folder, so that it goes when the output goes. */
const STAMP = join(TARGET, 'sources')
const LOCK = join(PROJECT_ROOT, 'node_modules', '.mongodb-stand-in.lock')

/** What `java -cp` takes to run the server, with its main class. */
export const STAND_IN = [
  '-cp',
  [join(TARGET, 'classes'), join(TARGET, 'lib', '*')].join(delimiter),
  'StandIn',
] as const

/**
 * Compiles the server and fetches its libraries where that is not done for the present sources.
 * Safe in several processes at once.
 * @throws Error with what Maven said
 */
export async function buildStandIn(): Promise<void> {
  const hash = await sourcesHash()
  await withLock(LOCK, async () => {
    if ((await readFile(STAMP, 'utf8').catch(() => '')) === hash) return
    await rm(STAMP, { force: true })
    const goals = ['compiler:compile', 'dependency:copy-dependencies']
    // Most often all is there already; then no other machine needs to answer.
    await maven(['--offline', ...goals]).catch(() => maven(goals))
    await writeFile(STAMP, hash)
  })
}

async function maven(goals: readonly string[]): Promise<void> {
  const isWindows = process.platform === 'win32'
  const options = { cwd: FOLDER, shell: isWindows, maxBuffer: 16 * 1024 * 1024 }
  await promisify(execFile)('mvn', ['--quiet', '--batch-mode', ...goals], options).catch(
    ({ stdout, message }: ExecFileException) => {
      throw new Error(`Maven could not build test/support/mongodb:\n${stdout || message}`)
    },
  )
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of SOURCES) hash.update(`\0${name}\0`).update(await readFile(join(FOLDER, name)))
  return hash.digest('hex')
}
