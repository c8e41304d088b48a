import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { inject } from 'vitest'
import { closeDatabase } from '#cms/database/close-database.ts'
import { readConfig, type Config } from '#shared/config.ts'

export interface TestPortal {
  readonly payload: Payload
  readonly config: Config
  readonly dataDir: string
  close(): Promise<void>
}

/**
 * A portal with an empty, migrated database of this test file's own. The one place that chooses the
 * database: a second kind is added here, and no test changes.
 */
export async function openPortal(): Promise<TestPortal> {
  const config = readConfig()
  await mkdir(config.dataDir, { recursive: true })
  await copyFile(join(inject('databaseTemplate'), 'portal.db'), join(config.dataDir, 'portal.db'))
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
