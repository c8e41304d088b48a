import { closeDatabase } from '../close-database.ts'
import type { OpenSnapshot, Snapshot } from '../snapshot.ts'
import { withoutWrites } from '../write-stop.ts'
import { mongodbContent } from './content.ts'
import { mongodbControl } from './control.ts'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/**
 * Where the server has transactions, a session that reads as of one moment (the server keeps it for
 * its `minSnapshotHistoryWindowInSeconds`, 5 minutes unless set); else writes stop while it is read.
 */
export const openMongodbSnapshot: OpenSnapshot = async (settings, openPortal, { isQuiet }) => {
  const portal = await openPortal(settings)
  if (isQuiet) return plain()
  if (!settings.mongodb.transactions) return readWithoutWrites()
  const { connection } = portal.db as unknown as MongooseAdapter
  const session = connection.getClient().startSession({ snapshot: true })
  return {
    portal,
    content: mongodbContent(portal, { session }),
    async close() {
      await session.endSession()
      await closeDatabase(portal)
    },
  }

  function plain(): Snapshot {
    return { portal, content: mongodbContent(portal), close: () => closeDatabase(portal) }
  }

  async function readWithoutWrites(): Promise<Snapshot> {
    const control = mongodbControl(settings)
    const isRead = Promise.withResolvers<void>()
    const isStopped = Promise.withResolvers<void>()
    const stop = withoutWrites(control, 'backing-up', () => {
      isStopped.resolve()
      return isRead.promise
    })
    stop.catch(isStopped.reject)
    const release = async () => {
      await control.close()
      await closeDatabase(portal)
    }
    try {
      await isStopped.promise
    } catch (error) {
      await release()
      throw error
    }
    return {
      portal,
      content: mongodbContent(portal),
      async close() {
        isRead.resolve()
        // Throws where writes could not be kept stopped: then this was no snapshot.
        await stop.finally(release)
      },
    }
  }
}
