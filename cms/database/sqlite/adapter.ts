import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Config } from '#shared/config.ts'
import { SQLITE_MIGRATIONS } from '../migrations-dir.ts'
import { refuseIncomplete } from '../restore-mark.ts'
import { sqliteControl } from './control.ts'
import { queueWrites } from './writes.ts'

type Stock = ReturnType<typeof sqliteAdapter>
type Opening = Parameters<Stock['init']>[0]

/** The embedded database, on one machine. */
export function embeddedAdapter({ databaseUrl }: Pick<Config, 'databaseUrl'>): Stock {
  const stock = sqliteAdapter({
    client: { url: databaseUrl },
    idType: 'uuid',
    wal: true,
    busyTimeout: 5_000,
    push: false,
    migrationDir: SQLITE_MIGRATIONS,
    transactionOptions: { behavior: 'immediate' },
  })
  const control = sqliteControl(databaseUrl)
  return {
    ...stock,
    init: (args: Opening) =>
      refuseIncomplete(queueWrites(stock.init(args), control), control, databaseUrl),
  }
}
