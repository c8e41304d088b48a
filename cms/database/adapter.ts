import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '#shared/config.ts'

// Not `new URL(…, import.meta.url)`: the bundler of the admin would take it for an asset.
const MIGRATIONS_DIR = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/** The database that the settings name. Whatever differs between databases stays in this folder. */
export function databaseAdapter(config: Pick<Config, 'databaseUrl'>) {
  return sqliteAdapter({
    client: { url: config.databaseUrl },
    idType: 'uuid',
    wal: true,
    busyTimeout: 5_000,
    push: false,
    migrationDir: MIGRATIONS_DIR,
    transactionOptions: { behavior: 'immediate' },
  })
}
