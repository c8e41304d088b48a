import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Config } from '#shared/config.ts'
import type { DatabaseControl } from '../control.ts'
import { SQLITE_MIGRATIONS } from '../migrations-dir.ts'
import { refuseIncomplete } from '../restore-mark.ts'
import { foldLike } from './folded-like.ts'
import { useOwnMigrations } from './migrate.ts'
import { storeMoments } from './moments.ts'
import { countPages } from './pages.ts'
import { explainRefusals } from './refusals.ts'
import { queueWrites } from './writes.ts'

type Stock = ReturnType<typeof sqliteAdapter>
type Opening = Parameters<Stock['init']>[0]

/** The embedded database, on one machine. */
export function embeddedAdapter(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  control: DatabaseControl,
): Stock {
  const stock = sqliteAdapter({
    client: { url: databaseUrl },
    idType: 'uuid',
    wal: true,
    busyTimeout: 5_000,
    push: false,
    migrationDir: SQLITE_MIGRATIONS,
    transactionOptions: { behavior: 'immediate' },
  })
  return {
    ...stock,
    init(args: Opening) {
      const adapter = useOwnMigrations(
        queueWrites(storeMoments(explainRefusals(countPages(foldLike(stock.init(args))))), control),
      )
      return refuseIncomplete(adapter, control, databaseUrl)
    },
  }
}
