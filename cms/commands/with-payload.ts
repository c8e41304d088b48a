import type { Payload } from 'payload'
import { closeDatabase } from '#cms/database/close-database.ts'
import { requireKept } from '#cms/database/lost-content.ts'
import { migrationStatus } from '#cms/database/migration-status.ts'
import type { Config } from '#shared/config.ts'
import { loadPayload } from '#cms/load-payload.ts'
import { requireCurrent } from '#cms/database/migration-status.ts'
import { migrate } from './migrate.ts'

/**
 * Runs `work` on the portal's content, in a new database too; closes it in the end.
 * @throws DatabaseProblem where the database is of another version: a start alone changes that
 */
export async function withPayload<Result>(
  config: Config,
  work: (payload: Payload) => Promise<Result>,
): Promise<Result> {
  if ((await migrationStatus(config)).isNew) await migrate(config)
  else {
    await requireKept(config)
    await requireCurrent(config)
  }
  const payload = await loadPayload()
  try {
    return await work(payload)
  } finally {
    await closeDatabase(payload)
  }
}
