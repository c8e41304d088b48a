import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { closeDatabase } from '../close-database.ts'
import type { OpenSnapshot } from '../snapshot.ts'
import { sqliteContent } from './content.ts'
import { embeddedPath } from './embedded-file.ts'
import { drizzleOver } from './own-client.ts'

/** A copy of the file that SQLite itself makes in one read transaction, while others write. */
export const openSqliteSnapshot: OpenSnapshot = async (settings, openPortal, { folder }) => {
  const copy = join(folder, 'portal.db')
  const source = new DatabaseSync(embeddedPath(settings.databaseUrl), { timeout: 10_000 })
  try {
    source.prepare('VACUUM INTO ?').run(copy)
  } finally {
    source.close()
  }
  const portal = await openPortal({ ...settings, databaseUrl: `file:${copy}` })
  const reader = new DatabaseSync(copy, { readOnly: true })
  const adapter = portal.db as unknown as SQLiteAdapter
  adapter.drizzle = drizzleOver(reader, adapter.schema)
  return {
    portal,
    content: sqliteContent(portal),
    async close() {
      reader.close()
      await closeDatabase(portal)
    },
  }
}
