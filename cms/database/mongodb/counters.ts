import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongodb'
import { v7 as uuidv7 } from 'uuid'
import type { Counters } from '../counters.ts'
import { rowsOf } from './rows.ts'

interface CountRow {
  readonly _id: string
  readonly key: string
  readonly visits: number
  readonly views: number
  readonly bots: number
}

interface TraceRow {
  readonly _id: string
  readonly key: string
  readonly kind: 'salt' | 'visitor' | 'view'
  readonly salt?: string
  readonly seenAt: number
  readonly forgetAt: number
}

/** Counters in single commands (`$inc`, upserts on a unique key), which MongoDB never interleaves. */
export function mongodbCounters(
  adapter: MongooseAdapter,
  session: ClientSession | undefined,
): Counters {
  const counts = rowsOf<CountRow>(adapter, 'visit-counts')
  const traces = rowsOf<TraceRow>(adapter, 'visit-traces')
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

    async read(key) {
      const row = await counts.findOne({ key }, { session })
      return { visits: row?.visits ?? 0, views: row?.views ?? 0, bots: row?.bots ?? 0 }
    },

    async noteSights(sights) {
      const fresh = new Set<string>()
      for (const { key, kind, now, windowMs, forgetAt } of sights) {
        const isNew = await again(isAlone, async () => {
          const isOld = { key, seenAt: { $lte: now - windowMs } }
          const seen = { $set: { seenAt: now, forgetAt } }
          const claimed = await traces.updateOne(isOld, seen, { session })
          if (claimed.matchedCount > 0) return true
          const known = await traces.updateOne({ key }, seen, { session })
          if (known.matchedCount > 0) return false
          await traces.insertOne({ _id: uuidv7(), key, kind, seenAt: now, forgetAt }, { session })
          return true
        })
        if (isNew) fresh.add(key)
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
