import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { findProgram } from './programs.ts'

/** What to tell a person whose machine lacks it. */
export const HOW_TO_GET_MONGODB =
  'Tests on MongoDB need a JDK 17 or newer and Maven (Debian: sudo apt-get install ' +
  'default-jdk-headless maven), or TEST_MONGODB_URL, the address of a MongoDB replica set.'

const OLDEST_JDK = 17

/**
 * What this machine lacks to build and run the server of test/support/mongodb, in words ("a JDK 17
 * or newer, Maven"); `null` where it lacks nothing.
 */
export function missingForMongodb(env: NodeJS.ProcessEnv = process.env): string | null {
  const missing: string[] = []
  if (!findJava(env)) missing.push(`a JDK ${OLDEST_JDK} or newer`)
  if (!findProgram(['mvn'], env)) missing.push('Maven')
  return missing.length > 0 ? missing.join(', ') : null
}

/** The Java of this machine's JDK (a runtime alone cannot compile); `null` where it is not there or old. */
export function findJava(env: NodeJS.ProcessEnv = process.env): string | null {
  const compiler = findProgram(['javac', 'javac.exe'], env)
  if (!compiler) return null
  const { stdout } = spawnSync(compiler, ['-version'], { env, encoding: 'utf8' })
  const version = Number(/^javac (\d+)/.exec(stdout)?.[1] ?? 0)
  return version < OLDEST_JDK ? null : join(dirname(compiler), 'java')
}
