import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession, Collection, Document, Sort } from 'mongodb'
import type { Payload } from 'payload'
import { readRow } from '../canonical-row.ts'
import { fieldsOf, type Content, type Table } from '../content.ts'

/** Documents that the server sends at once. */
const BATCH = 100

type Stored = Document & { readonly _id: string; readonly globalType?: string }

export interface MongodbContentOptions {
  /** Reads as of one moment. */
  readonly session?: ClientSession
  /** Put before the names of collections: those of a restore that has not taken its place yet. */
  readonly prefix?: string
}

/** All rows of a MongoDB database. */
export function mongodbContent(
  portal: Payload,
  { session, prefix = '' }: MongodbContentOptions = {},
): Content {
  const { config } = portal
  const rowsOf = (table: Table): Collection<Stored> =>
    databaseOf(portal).collection(prefix + collectionName(portal, table))

  return {
    async count(table) {
      return rowsOf(table).countDocuments({}, { session })
    },

    async *read(table) {
      const order: Sort = { [table.kind === 'globals' ? 'globalType' : '_id']: 1 }
      const fields = table.kind === 'globals' ? [] : fieldsOf(config, table)
      const cursor = rowsOf(table).find({}, { session, batchSize: BATCH, sort: order })
      for await (const { _id, ...values } of cursor) {
        const { globalType } = values
        yield table.kind === 'globals'
          ? readRow(table, fieldsOf(config, table, globalType), String(globalType), values)
          : readRow(table, fields, _id, values)
      }
    },
  }
}

/** The database that a portal has open, past mongoose. */
export function databaseOf(portal: Payload) {
  const { connection } = portal.db as unknown as MongooseAdapter
  return connection.getClient().db(connection.name)
}

/** What the server calls a table's collection. */
export function collectionName(portal: Payload, table: Table): string {
  const { collections, globals, versions } = portal.db as unknown as MongooseAdapter
  const model =
    table.kind === 'globals'
      ? globals
      : table.kind === 'global-versions'
        ? versions[table.global]
        : (table.kind === 'versions' ? versions : collections)[table.collection]
  const name = model?.collection.name
  if (!name) throw new Error(`The adapter has no collection for ${table.name}.`)
  return name
}
