import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseKind } from '../kind.ts'
import { embeddedAdapter } from './adapter.ts'
import { sqliteChangeLog } from './change-log.ts'
import { sqliteControl } from './control.ts'
import { sqliteContent } from './content.ts'
import { sqliteCounters } from './counters.ts'
import { sqliteNewsListing } from './listed-news.ts'
import { openSqliteSnapshot } from './snapshot.ts'
import { leftSqliteStaging, openSqliteStaging } from './staging.ts'

/** The embedded database: one file on one machine, made by the portal itself. */
export const sqliteKind: DatabaseKind = {
  name: 'sqlite',
  control: ({ databaseUrl }) => sqliteControl(databaseUrl),
  adapter: embeddedAdapter,
  counters(portal, transaction) {
    const adapter = portal.db as unknown as SQLiteAdapter
    const session = transaction === null ? undefined : adapter.sessions[transaction]?.db
    return sqliteCounters(adapter, session as SQLiteAdapter['drizzle'] | undefined)
  },
  changeLog: ({ db }) => sqliteChangeLog(db as unknown as SQLiteAdapter),
  newsListing: ({ db }) => sqliteNewsListing(db as unknown as SQLiteAdapter),
  // Writes queue up; none meets another.
  claim: async () => true,
  isConflict: () => false,
  content: sqliteContent,
  openSnapshot: openSqliteSnapshot,
  openStaging: openSqliteStaging,
  leftStaging: leftSqliteStaging,
}
