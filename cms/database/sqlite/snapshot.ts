import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { closeDatabase } from '../close-database.ts'
import type { OpenSnapshot } from '../snapshot.ts'
import { sqliteContent } from './content.ts'
import { embeddedPath } from './embedded-file.ts'
import { drizzleOver } from './own-client.ts'

/**
 * A copy of the file that SQLite itself makes in one read transaction, while others write; the file
 * itself where nobody writes.
 */
export const openSqliteSnapshot: OpenSnapshot = async (settings, openPortal, options) => {
  const live = embeddedPath(settings.databaseUrl)
  const file = options.isQuiet ? live : copyOf(live, join(options.folder, 'portal.db'))
  const portal = await openPortal({ ...settings, databaseUrl: `file:${file}` })
  const reader = new DatabaseSync(file, { readOnly: true })
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

function copyOf(live: string, copy: string): string {
  const source = new DatabaseSync(live, { timeout: 10_000 })
  try {
    source.prepare('VACUUM INTO ?').run(copy)
  } finally {
    source.close()
  }
  return copy
}
