import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Config } from '#shared/config.ts'
import type { DatabaseControl } from '../control.ts'
import { MONGODB_MIGRATIONS } from '../migrations-dir.ts'
import { refuseIncomplete } from '../restore-mark.ts'
import { releaseClaims } from './claims.ts'
import { alignConditions } from './conditions.ts'
import { dropDeadReferences } from './dead-references.ts'
import { storeEmptyLists } from './empty-lists.ts'
import { freeEmptyUniqueFields } from './empty-unique-fields.ts'
import { requireLiveReferences } from './live-references.ts'
import { countPages } from './pages.ts'
import { readEmptyValues } from './read-values.ts'
import { indexReferences } from './referrers.ts'
import { CONNECT_MS, mendStuckHeartbeat } from './stuck-heartbeat.ts'
import { useTextIds } from './text-ids.ts'
import { keepThroughConnect, tellEnds } from './transactions.ts'
import { dateUpserts } from './upserts.ts'
import { findVersionsById } from './version-ids.ts'
import { guardWrites } from './writes.ts'

type Stock = ReturnType<typeof mongooseAdapter>
type Opening = Parameters<Stock['init']>[0]

/** Look-ups as servers understand them that speak MongoDB's protocol and no pipelines in it. */
const BASIC = {
  disableIndexHints: true,
  useJoinAggregations: false,
  usePipelineInSortLookup: false,
} as const

/** A database on MongoDB servers, for several nodes. */
export function serverAdapter(
  { databaseUrl, mongodb }: Pick<Config, 'databaseUrl' | 'mongodb'>,
  control: DatabaseControl,
): Stock {
  const stock = mongooseAdapter({
    url: databaseUrl,
    // Unique fields must hold before the first request.
    ensureIndexes: true,
    migrationDir: MONGODB_MIGRATIONS,
    transactionOptions: mongodb.transactions ? TRANSACTIONS : false,
    connectOptions: { serverSelectionTimeoutMS: 8_000, connectTimeoutMS: CONNECT_MS },
    afterOpenConnection: mendStuckHeartbeat,
    ...(mongodb.compatibility === 'basic' ? BASIC : {}),
  })
  return {
    ...stock,
    init(args: Opening) {
      const adapter = stock.init(args) as MongooseAdapter
      useTextIds(adapter)
      indexReferences(adapter)
      freeEmptyUniqueFields(adapter)
      findVersionsById(adapter)
      dateUpserts(adapter)
      countPages(adapter)
      readEmptyValues(adapter)
      alignConditions(adapter)
      storeEmptyLists(adapter)
      requireLiveReferences(adapter)
      dropDeadReferences(adapter)
      releaseClaims(adapter)
      tellEnds(adapter)
      guardWrites(adapter, control)
      keepThroughConnect(adapter)
      closeWith(adapter, control)
      return refuseIncomplete(adapter, control, databaseUrl)
    },
  }
}

/** A save that was answered survives the loss of a server, and is read as a whole. */
const TRANSACTIONS = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority' },
  readPreference: 'primary',
} as const

function closeWith(adapter: MongooseAdapter, control: DatabaseControl): void {
  const { destroy } = adapter
  adapter.destroy = async function close() {
    await destroy?.call(adapter)
    await control.close()
  }
}
