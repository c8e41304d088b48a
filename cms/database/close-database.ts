import type { Payload } from 'payload'

/** Closes the database for good, so that the thread which held it can end by itself. */
export async function closeDatabase(portal: Payload): Promise<void> {
  await portal.destroy()
}
