import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/** Dates a row that an upsert makes, as Payload's other writes and SQLite do. */
export function dateUpserts(adapter: MongooseAdapter): void {
  const { upsert } = adapter
  adapter.upsert = (args) => {
    const { createdAt = new Date().toISOString(), ...data } = args.data as { createdAt?: unknown }
    return upsert.call(adapter, { ...args, data: { ...data, $setOnInsert: { createdAt } } })
  }
}
