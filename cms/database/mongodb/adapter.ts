import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Config } from '#shared/config.ts'
import { MONGODB_MIGRATIONS } from '../migrations-dir.ts'
import { refuseIncomplete } from '../restore-mark.ts'
import { mongodbControl } from './control.ts'
import { freeEmptyUniqueFields } from './empty-unique-fields.ts'
import { useTextIds } from './text-ids.ts'
import { useTransactions } from './transactions.ts'
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
export function serverAdapter(config: Pick<Config, 'databaseUrl' | 'mongodb'>): Stock {
  const { databaseUrl, mongodb } = config
  const control = mongodbControl(config)
  const stock = mongooseAdapter({
    url: databaseUrl,
    // Unique fields must hold before the first request.
    ensureIndexes: true,
    migrationDir: MONGODB_MIGRATIONS,
    transactionOptions: mongodb.transactions ? TRANSACTIONS : false,
    connectOptions: { serverSelectionTimeoutMS: 8_000 },
    ...(mongodb.compatibility === 'basic' ? BASIC : {}),
  })
  return {
    ...stock,
    init(args: Opening) {
      const adapter = stock.init(args) as MongooseAdapter
      useTextIds(adapter)
      freeEmptyUniqueFields(adapter)
      findVersionsById(adapter)
      if (mongodb.transactions) useTransactions(adapter)
      guardWrites(adapter, control)
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

function closeWith(adapter: MongooseAdapter, control: { close(): Promise<void> }): void {
  const { destroy } = adapter
  adapter.destroy = async function close() {
    await destroy?.call(adapter)
    await control.close()
  }
}
