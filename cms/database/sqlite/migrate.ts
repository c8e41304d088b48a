import type { MigrateUpArgs, SQLiteAdapter } from '@payloadcms/db-sqlite'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  readMigrationFiles,
  type Migration,
} from 'payload'
import { tellSelectivity } from './selectivity.ts'

/**
 * Runs the pending migrations, each in a transaction of its own. Payload's runner ends the process
 * where one fails; this one throws, so that who asked can take back what was begun around it.
 */
export function useOwnMigrations(adapter: SQLiteAdapter): SQLiteAdapter {
  adapter.migrate = async (args) => {
    const { payload } = adapter
    const all: Migration[] = args?.migrations ?? (await readMigrationFiles({ payload }))
    const recorded = await recordedMigrations(adapter)
    const pending = all.filter(({ name }) => !recorded.has(name))
    const batch = Math.max(0, ...recorded.values()) + 1
    for (const migration of pending) await run(adapter, migration, batch)
    if (pending.length === 0) await tellSelectivity(adapter.drizzle)
  }
  return adapter
}

/**
 * The batch of each migration that the database has had, by name. Through the adapter's own client:
 * a second library that opens and closes the file would take the locks of the first with it.
 */
async function recordedMigrations({ client }: SQLiteAdapter): Promise<Map<string, number>> {
  const table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'"
  if ((await client.execute(table)).rows.length === 0) return new Map()
  const { rows } = await client.execute('SELECT name, batch FROM payload_migrations')
  return new Map(rows.map(({ name, batch }) => [String(name), Number(batch)]))
}

async function run(adapter: SQLiteAdapter, { name, up }: Migration, batch: number): Promise<void> {
  const { payload } = adapter
  const req = await createLocalReq({}, payload)
  try {
    await initTransaction(req)
    const session = adapter.sessions[String(await req.transactionID)]
    // Of all databases that Payload's type allows for, this one is SQLite's.
    const db = (session?.db ?? adapter.drizzle) as MigrateUpArgs['db']
    await up({ db, payload, req })
    // With the migration or not at all: nobody asks again once it is done.
    await tellSelectivity(db)
    await payload.create({ collection: 'payload-migrations', data: { name, batch }, req })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
