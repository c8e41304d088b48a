import { globSync, readFileSync } from 'node:fs'
import { missingForMongodb } from './java.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Test files that this machine cannot run on MongoDB; run.ts counts them as skipped. */
    leftOutOnMongodb: readonly string[]
  }
}

/** Test files as globs, seen from the project's folder. */
export interface MongodbHalf {
  readonly run: readonly string[]
  readonly leftOut: readonly string[]
}

/** They need a site, but what it makes of bytes and addresses is the same on every database. */
const IS_ABOUT_REQUESTS = /\/(?:server-direct-hits|site-poisoning)\.test\.ts$/
const OPENS_DATABASE = /from '#test\/support\/(?:database|places|site-process)\.ts'/

/**
 * The integration tests that open a database: they run a second time, on MongoDB. Where there is
 * none and no way to start one they are left out, but never on a CI.
 */
export function mongodbHalf(env: NodeJS.ProcessEnv = process.env): MongodbHalf {
  const files = globSync('test/integration/**/*.test.ts')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !IS_ABOUT_REQUESTS.test(file))
    .filter((file) => OPENS_DATABASE.test(readFileSync(file, 'utf8')))
    .toSorted()
  const canRun = Boolean(env.CI || env.TEST_MONGODB_URL?.trim()) || missingForMongodb(env) === null
  return canRun ? { run: files, leftOut: [] } : { run: [], leftOut: files }
}
