import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Config } from '#shared/config.ts'
import { MIGRATIONS_DIR } from './migrations-dir.ts'
import { queueWrites } from './sqlite-writes.ts'

/** The database that the settings name. Whatever differs between databases stays in this folder. */
export function databaseAdapter(config: Pick<Config, 'databaseUrl'>) {
  const database = sqliteAdapter({
    client: { url: config.databaseUrl },
    idType: 'uuid',
    wal: true,
    busyTimeout: 5_000,
    push: false,
    migrationDir: MIGRATIONS_DIR,
    transactionOptions: { behavior: 'immediate' },
  })
  return { ...database, init: (args: Opening) => queueWrites(database.init(args)) }
}

type Opening = Parameters<ReturnType<typeof sqliteAdapter>['init']>[0]
