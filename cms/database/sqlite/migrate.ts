import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  readMigrationFiles,
  type Migration,
  type Payload,
} from 'payload'
import { recordedMigrations } from './control.ts'
import { embeddedPath } from './embedded-file.ts'

/**
 * Runs the pending migrations, each in a transaction of its own. Payload's runner ends the process
 * where one fails; this one throws, so that who asked can take back what was begun around it.
 */
export function useOwnMigrations(adapter: SQLiteAdapter): SQLiteAdapter {
  adapter.migrate = async (args) => {
    const { payload } = adapter
    const all: Migration[] = args?.migrations ?? (await readMigrationFiles({ payload }))
    const recorded = recordedMigrations(embeddedPath(adapter.clientConfig.url))
    const pending = all.filter(({ name }) => !recorded.includes(name))
    const batch = recorded.length > 0 ? (await lastBatch(payload)) + 1 : 1
    for (const migration of pending) await run(adapter, migration, batch)
  }
  return adapter
}

async function lastBatch(payload: Payload): Promise<number> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    sort: '-batch',
    limit: 1,
  })
  return docs[0]?.batch ?? 0
}

async function run(adapter: SQLiteAdapter, { name, up }: Migration, batch: number): Promise<void> {
  const { payload } = adapter
  const req = await createLocalReq({}, payload)
  try {
    await initTransaction(req)
    const db = adapter.sessions[String(await req.transactionID)]?.db
    await up({ db, payload, req })
    await payload.create({ collection: 'payload-migrations', data: { name, batch }, req })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
