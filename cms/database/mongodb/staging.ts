import { randomBytes } from 'node:crypto'
import { MongoClient, type Db } from 'mongodb'
import type { Payload } from 'payload'
import { closeDatabase } from '../close-database.ts'
import { tablesOf } from '../content.ts'
import type { LeftStaging, OpenStaging } from '../staging.ts'
import { collectionName, databaseOf } from './content.ts'
import { fillMongodb } from './filling.ts'

/** What stands before the names of collections that are being filled, another for each staging. */
const PREFIX = /^restoring\.[\da-f]{8}\./

/** Collections of their own in the same database, which are renamed over the old ones in the end. */
export const openMongodbStaging: OpenStaging = async (settings, openPortal) => {
  const portal = await openPortal(settings)
  const db = databaseOf(portal)
  const prefix = `restoring.${randomBytes(4).toString('hex')}.`
  try {
    await portal.db.migrate()
    await dropStaged(db)
    for (const table of tablesOf(portal.config)) {
      await prepare(portal, prefix, collectionName(portal, table))
    }
  } catch (error) {
    await closeDatabase(portal)
    throw error
  }
  return {
    portal,
    content: fillMongodb(portal, prefix),
    // What the server has acknowledged is in its journal.
    async settle() {},
    async takePlace() {
      await renameStaged(db)
      await closeDatabase(portal)
    },
    async discard() {
      await dropStaged(db)
      await closeDatabase(portal)
    },
  }
}

export const leftMongodbStaging: LeftStaging = {
  takePlace: ({ databaseUrl }) => within(databaseUrl, renameStaged),
  discard: ({ databaseUrl }) => within(databaseUrl, dropStaged),
}

async function within(url: string, work: (db: Db) => Promise<void>): Promise<void> {
  const client = await new MongoClient(url).connect()
  try {
    await work(client.db())
  } finally {
    await client.close()
  }
}

/** An empty collection with the indexes of the one whose place it will take. */
async function prepare(portal: Payload, prefix: string, name: string): Promise<void> {
  const db = databaseOf(portal)
  const staged = await db.createCollection(prefix + name)
  const indexes = await db.collection(name).indexes().catch(noneYet)
  for (const { key, v: _version, ns: _namespace, ...options } of indexes) {
    if (!('_id' in key)) await staged.createIndex(key, options)
  }
}

function noneYet(error: { code?: number }): [] {
  const NAMESPACE_NOT_FOUND = 26
  if (error.code === NAMESPACE_NOT_FOUND) return []
  throw error
}

async function renameStaged(db: Db): Promise<void> {
  for (const name of await stagedNames(db)) {
    await db.collection(name).rename(name.replace(PREFIX, ''), { dropTarget: true })
  }
}

async function dropStaged(db: Db): Promise<void> {
  for (const name of await stagedNames(db)) await db.dropCollection(name)
}

async function stagedNames(db: Db): Promise<string[]> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray()
  return collections.map(({ name }) => name).filter((name) => PREFIX.test(name))
}
