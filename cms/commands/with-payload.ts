import type { Payload } from 'payload'
import { closeDatabase } from '#cms/database/close-database.ts'
import { isCurrent, migrationStatus } from '#cms/database/migration-status.ts'
import type { Config } from '#shared/config.ts'
import { loadPayload } from './load-payload.ts'
import { migrate } from './migrate.ts'

/** Runs `work` on the portal's content, on a database that is up to date; closes it in the end. */
export async function withPayload<Result>(
  config: Config,
  work: (payload: Payload) => Promise<Result>,
): Promise<Result> {
  if (!isCurrent(await migrationStatus(config))) await migrate(config)
  const payload = await loadPayload()
  try {
    return await work(payload)
  } finally {
    await closeDatabase(payload)
  }
}
