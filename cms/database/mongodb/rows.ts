import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/** The rows of a collection, past mongoose. */
export function rowsOf<Row extends { _id: string }>(adapter: MongooseAdapter, slug: string) {
  const name = adapter.collections[slug]?.collection.name
  if (!name) throw new Error(`The adapter has no collection "${slug}".`)
  return adapter.connection.getClient().db(adapter.connection.name).collection<Row>(name)
}
