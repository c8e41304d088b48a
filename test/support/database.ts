import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { inject } from 'vitest'
import { migrate } from '#cms/commands/migrate.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { readConfig, type Config } from '#shared/config.ts'

export interface TestPortal {
  readonly payload: Payload
  readonly config: Config
  readonly dataDir: string
  close(): Promise<void>
}

/** False where what a save has written stays when the save fails: on the stand-in for MongoDB. */
export const hasTransactions = process.env.MONGODB_TRANSACTIONS !== 'off'

/**
 * A portal with an empty, migrated database of this test file's own. The project that a file runs in
 * (vitest.config.ts) chooses the kind of database, and integration-setup.ts its address.
 * @param isThere opens the one that was there before, once more
 */
export async function openPortal({ isThere = false } = {}): Promise<TestPortal> {
  const config = readConfig()
  await mkdir(config.dataDir, { recursive: true })
  if (!isThere) await makeDatabase(config)
  const [{ BasePayload }, { default: payloadConfig }] = await Promise.all([
    import('payload'),
    import('#cms/payload.config.ts'),
  ])
  const payload = new BasePayload()
  await payload.init({
    config: Object.assign({}, await payloadConfig, { logger: { options: { level: 'silent' } } }),
    disableOnInit: true,
  })
  return { payload, config, dataDir: config.dataDir, close: () => closeDatabase(payload) }
}

async function makeDatabase(config: Config): Promise<void> {
  if (process.env.TEST_DATABASE === 'mongodb') return migrate(config)
  await copyFile(join(inject('databaseTemplate'), 'portal.db'), join(config.dataDir, 'portal.db'))
}
