import { join } from 'node:path'

/** Settings of a portal for tests: all of its own, whatever the machine's .env says. */
export function testEnvironment(dataDir: string): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${join(dataDir, 'portal.db')}`,
    PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    CMS_HOST: '127.0.0.1',
    SITE_HOST: '127.0.0.1',
    CMS_URL: '',
    SITE_URL: '',
    TRUSTED_PROXIES: '',
    LOG_LEVEL: 'error',
    TZ: 'Asia/Ho_Chi_Minh',
  }
}
