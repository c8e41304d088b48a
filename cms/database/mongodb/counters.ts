import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoBulkWriteError, type ClientSession } from 'mongodb'
import { v7 as uuidv7 } from 'uuid'
import type { CountedSearch, Counters, Sight } from '../counters.ts'
import { rowsOf } from './rows.ts'

interface CountRow {
  readonly _id: string
  readonly key: string
  readonly visits: number
  readonly views: number
  readonly bots: number
}

interface SearchRow extends Omit<CountedSearch, 'lastAt'> {
  readonly _id: string
}

interface TraceRow {
  readonly _id: string
  readonly key: string
  readonly kind: 'salt' | 'visitor' | 'view'
  readonly salt?: string
  readonly seenAt: number
  readonly forgetAt: number
}

/**
 * Counters in commands that MongoDB never interleaves (`$inc`, inserts and upserts on a unique key),
 * so that they are exact without a transaction, too.
 */
export function mongodbCounters(
  adapter: MongooseAdapter,
  session: ClientSession | undefined,
): Counters {
  const counts = rowsOf<CountRow>(adapter, 'visit-counts')
  const traces = rowsOf<TraceRow>(adapter, 'visit-traces')
  const searches = rowsOf<SearchRow>(adapter, 'searches')
  const isAlone = session === undefined

  return {
    async add(key, { visits = 0, views = 0, bots = 0 }) {
      const now = new Date()
      const change = {
        $inc: { visits, views, bots },
        $set: { updatedAt: now },
        $setOnInsert: { _id: uuidv7(), createdAt: now },
      }
      await again(isAlone, () => counts.updateOne({ key }, change, { upsert: true, session }))
    },

    async addSearch({ words, count, foundNothing, lastFound, lastAt }) {
      const change = {
        $inc: { count, foundNothing },
        $set: { lastFound, lastAt, updatedAt: lastAt },
        $setOnInsert: { _id: uuidv7(), createdAt: lastAt },
      }
      await again(isAlone, () => searches.updateOne({ words }, change, { upsert: true, session }))
    },

    async read(key) {
      const row = await counts.findOne({ key }, { session })
      return { visits: row?.visits ?? 0, views: row?.views ?? 0, bots: row?.bots ?? 0 }
    },

    async noteSights(sights) {
      const wanted = [...new Map(sights.map((sight) => [sight.key, sight])).values()]
      const known = await traces
        .find({ key: { $in: wanted.map(({ key }) => key) } }, { session })
        .map(({ key, seenAt }) => [key, seenAt] as const)
        .toArray()
      const seenAt = new Map(known)
      const fresh = await insertNew(wanted.filter(({ key }) => !seenAt.has(key)))
      for (const sight of wanted) {
        const before = seenAt.get(sight.key)
        const isOld = before !== undefined && before <= sight.now - sight.windowMs
        if (isOld && (await claimOld(sight))) fresh.add(sight.key)
      }
      const seenAgain = wanted.filter(({ key }) => !fresh.has(key))
      if (seenAgain.length > 0) {
        const updates = seenAgain.map(({ key, now, forgetAt }) => ({
          updateOne: { filter: { key }, update: { $set: { seenAt: now, forgetAt } } },
        }))
        await traces.bulkWrite(updates, { session, ordered: false })
      }
      return fresh
    },

    async seenSince(kind, moment) {
      return traces.countDocuments({ kind, seenAt: { $gte: moment } }, { session })
    },

    async sharedSalt(key, proposal, now, forgetAt) {
      return again(isAlone, async () => {
        const row = { _id: uuidv7(), kind: 'salt' as const, salt: proposal, seenAt: now, forgetAt }
        await traces.updateOne({ key }, { $setOnInsert: row }, { upsert: true, session })
        return String((await traces.findOne({ key }, { session }))?.salt)
      })
    },

    async forget(now) {
      await traces.deleteMany({ forgetAt: { $lt: now } }, { session })
    },
  }

  /** The keys of those that nobody else has inserted meanwhile. */
  async function insertNew(sights: readonly Sight[]): Promise<Set<string>> {
    const fresh = new Set(sights.map(({ key }) => key))
    if (sights.length === 0) return fresh
    const rows = sights.map(({ key, kind, now, forgetAt }) => {
      return { _id: uuidv7(), key, kind, seenAt: now, forgetAt }
    })
    await traces.insertMany(rows, { session, ordered: false }).catch((error: unknown) => {
      if (!isAlone || !(error instanceof MongoBulkWriteError)) throw error
      for (const { code, index } of [error.writeErrors].flat()) {
        if (code !== DUPLICATE_KEY) throw error
        fresh.delete(rows[index]?.key ?? '')
      }
    })
    return fresh
  }

  /** True for one caller alone where several see at once that a sight's time is over. */
  async function claimOld({ key, now, windowMs, forgetAt }: Sight): Promise<boolean> {
    const isOld = { key, seenAt: { $lte: now - windowMs } }
    const seen = { $set: { seenAt: now, forgetAt } }
    return (await traces.updateOne(isOld, seen, { session })).matchedCount > 0
  }
}

const DUPLICATE_KEY = 11_000

/**
 * Two callers that make the same row at once: one is refused and finds it the second time. Within a
 * transaction the refusal has ended it; then the whole of it is tried again by who began it.
 */
async function again<Result>(isAlone: boolean, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!isAlone || (error as { code?: number }).code !== DUPLICATE_KEY) throw error
    return work()
  }
}
