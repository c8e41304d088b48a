import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongodb'
import type { CollectionSlug } from 'payload'
import { MissingReferenceError } from '../missing-reference.ts'
import { openTransaction } from '../open-transaction.ts'
import { beforeStoring, type StoredData } from '../stored-data.ts'
import { collectReferences, type References } from './references.ts'
import { rowsOf } from './referrers.ts'

/** Refuses to store references to documents that do not exist, as SQLite's foreign keys do. */
export function requireLiveReferences(adapter: MongooseAdapter): void {
  beforeStoring(adapter, async (stored) => {
    const transaction = await openTransaction(stored.req)
    const session = transaction === null ? undefined : adapter.sessions[transaction]
    for (const [collection, ids] of referencesOf(stored)) {
      const areThere = await areAllThere(adapter, collection, [...ids], session)
      if (!areThere) throw new MissingReferenceError()
    }
    return stored.data
  })
}

function referencesOf({ data, fields, id, name, parent }: StoredData): References {
  const found: References = new Map()
  collectReferences(fields, data, found)
  if (parent) found.set(name, (found.get(name) ?? new Set()).add(parent))
  if (id) found.get(name)?.delete(id)
  return found
}

async function areAllThere(
  adapter: MongooseAdapter,
  collection: CollectionSlug,
  ids: string[],
  session: ClientSession | undefined,
): Promise<boolean> {
  const model = adapter.collections[collection]
  if (ids.length === 0 || !model) return ids.length === 0
  const there = await rowsOf(adapter, model).countDocuments({ _id: { $in: ids } }, { session })
  return there === ids.length
}
