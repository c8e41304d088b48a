import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { AnyBulkWriteOperation, ClientSession } from 'mongodb'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { openTransaction } from '../open-transaction.ts'
import { referrersTo, type Referrer, type StoredRow } from './referrers.ts'
import { withoutReferences, type Gone } from './without-references.ts'

interface DeleteArguments {
  readonly collection: CollectionSlug
  readonly where: Where
  readonly returning?: boolean
  readonly req?: Partial<PayloadRequest>
}

type Deletion = (args: DeleteArguments) => Promise<{ readonly id: string } | null | void>

/** Documents that are deleted, or rewritten, with one command. */
const BATCH = 500

/**
 * Takes the ids of deleted documents out of all that refer to them, as SQLite's foreign keys do: in
 * stored rows, versions and globals, within the same transaction.
 */
export function dropDeadReferences(adapter: MongooseAdapter): void {
  const deleteOne = adapter.deleteOne as unknown as Deletion
  const deleteMany = adapter.deleteMany as unknown as Deletion
  const known = new Map<string, Referrer[]>()

  const one: Deletion = async (args) => {
    const referrers = referrersOf(args.collection)
    if (referrers.length === 0) return deleteOne.call(adapter, args)
    const deleted = await deleteOne.call(adapter, { ...args, returning: true })
    if (deleted) await forget(referrers, args, [deleted.id])
    return args.returning === false ? null : deleted
  }

  const many: Deletion = async (args) => {
    const referrers = referrersOf(args.collection)
    if (referrers.length === 0) return deleteMany.call(adapter, args)
    const ids = await idsOf(args)
    for (let start = 0; start < ids.length; start += BATCH) {
      const some = ids.slice(start, start + BATCH)
      await deleteMany.call(adapter, { ...args, where: { id: { in: some } } })
      await forget(referrers, args, some)
    }
  }

  Object.assign(adapter, { deleteOne: one, deleteMany: many })

  function referrersOf(collection: CollectionSlug): Referrer[] {
    const referrers = known.get(collection) ?? referrersTo(adapter, collection)
    known.set(collection, referrers)
    return referrers
  }

  async function idsOf({ collection, where, req }: DeleteArguments): Promise<string[]> {
    const { docs } = await adapter.find<{ id: string }>({
      collection,
      where,
      req,
      select: { id: true },
      pagination: false,
      limit: 0,
    })
    return docs.map(({ id }) => id)
  }

  async function forget(
    referrers: readonly Referrer[],
    { collection, req }: DeleteArguments,
    ids: readonly string[],
  ): Promise<void> {
    const transaction = await openTransaction(req)
    const session = transaction === null ? undefined : adapter.sessions[transaction]
    const gone: Gone = { collection, ids: new Set(ids) }
    for (const referrer of referrers) await forgetIn(referrer, gone, session)
  }
}

async function forgetIn(
  { rows, fields, places, filter }: Referrer,
  gone: Gone,
  session: ClientSession | undefined,
): Promise<void> {
  const ids = [...gone.ids]
  const referring = { ...filter, $or: places.map(({ path }) => ({ [path]: { $in: ids } })) }
  const projection = Object.fromEntries(places.map(({ part }) => [part, 1]))
  const found = rows().find(referring, { projection, session })
  let changes: AnyBulkWriteOperation<StoredRow>[] = []
  for await (const row of found) {
    const change = withoutReferences(fields, row, gone)
    if (Object.keys(change).length === 0) continue
    changes.push({ updateOne: { filter: { _id: row._id }, update: { $set: change } } })
    if (changes.length < BATCH) continue
    await rows().bulkWrite(changes, { session })
    changes = []
  }
  if (changes.length > 0) await rows().bulkWrite(changes, { session })
}
