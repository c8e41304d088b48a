import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A database of a test's own that is not the file in its data folder. */
export interface TestDatabase {
  readonly url: string
  /** True where a stand-in for MongoDB serves it. */
  readonly isStandIn: boolean
}

/** Settings of a portal for tests: all of its own, whatever the machine's .env says. */
export function testEnvironment(dataDir: string, database?: TestDatabase): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    PUBLIC_DIR: publicDirOf(dataDir),
    PUBLIC_GROUP: '',
    FILES_DIR: '',
    DATABASE_URL: database?.url ?? `file:${join(dataDir, 'portal.db')}`,
    MONGODB_TRANSACTIONS: database?.isStandIn ? 'off' : '',
    MONGODB_COMPATIBILITY: database?.isStandIn ? 'basic' : '',
    PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    CMS_HOST: '127.0.0.1',
    SITE_HOST: '127.0.0.1',
    CMS_URL: '',
    SITE_URL: '',
    TRUSTED_PROXIES: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    LOG_LEVEL: 'error',
    TZ: 'Asia/Ho_Chi_Minh',
  }
}

/** Removes all that a portal with such settings has kept. */
export async function removeData(dataDir: string): Promise<void> {
  for (const folder of [dataDir, publicDirOf(dataDir)]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function publicDirOf(dataDir: string): string {
  return `${dataDir}-public`
}
