import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseKind } from '../kind.ts'
import { serverAdapter } from './adapter.ts'
import { mongodbChangeLog } from './change-log.ts'
import { claimOnServer } from './claims.ts'
import { mongodbControl } from './control.ts'
import { mongodbContent } from './content.ts'
import { mongodbCounters } from './counters.ts'
import { mongodbNewsListing } from './listed-news.ts'
import { openMongodbSnapshot } from './snapshot.ts'
import { leftMongodbStaging, openMongodbStaging } from './staging.ts'
import { hasMetAnother } from './transactions.ts'

/** MongoDB servers, for several nodes. */
export const mongodbKind: DatabaseKind = {
  name: 'mongodb',
  control: mongodbControl,
  adapter: serverAdapter,
  counters(portal, transaction) {
    const adapter = portal.db as unknown as MongooseAdapter
    return mongodbCounters(
      adapter,
      transaction === null ? undefined : adapter.sessions[transaction],
    )
  },
  changeLog: ({ db }) => mongodbChangeLog(db as unknown as MongooseAdapter),
  newsListing: ({ db }) => mongodbNewsListing(db as unknown as MongooseAdapter),
  claim: claimOnServer,
  isConflict: hasMetAnother,
  content: (portal) => mongodbContent(portal),
  openSnapshot: openMongodbSnapshot,
  openStaging: openMongodbStaging,
  leftStaging: leftMongodbStaging,
}
