import { getPayload, type Payload } from 'payload'
import { closeDatabase } from '#cms/database/close-database.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import type { Config } from '#shared/config.ts'

/**
 * Opens the portal's content for the site: no jobs, no start-up work, and never a new database.
 * @throws where the database file is missing
 */
export async function openPortal(config: Config): Promise<Payload> {
  await requireDatabase(config)
  const { default: payloadConfig } = await import('#cms/payload.config.ts')
  return getPayload({ config: payloadConfig, cron: false, disableOnInit: true })
}

/** Closes the database; nothing can be read after that. */
export async function closePortal(portal: Payload): Promise<void> {
  await closeDatabase(portal)
}
