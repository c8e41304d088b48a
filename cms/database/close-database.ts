import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

/** Closes the database for good, so that the thread which held it can end by itself. */
export async function closeDatabase(portal: Payload): Promise<void> {
  if (portal.db.name === 'sqlite') (portal.db as unknown as SQLiteAdapter).client.close()
  await portal.destroy()
}
