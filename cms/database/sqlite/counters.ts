import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { and, count, eq, gte, inArray, lt, sql } from '@payloadcms/db-sqlite/drizzle'
import type { SQLiteColumn, SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { v7 as uuidv7 } from 'uuid'
import type { Counters } from '../counters.ts'

type Table<Column extends string> = SQLiteTable & Record<Column, SQLiteColumn>

/** Rows of one statement, well below SQLite's limit of parameters. */
const MOST_ROWS = 500

/**
 * Counters in few statements. What is looked at and then written is safe in a transaction alone,
 * which has the one lock for writing from its beginning.
 */
export function sqliteCounters(adapter: SQLiteAdapter, db = adapter.drizzle): Counters {
  const counts = adapter.tables.visit_counts as Table<'key' | 'visits' | 'views' | 'bots'>
  const traces = adapter.tables.visit_traces as Table<
    'key' | 'kind' | 'salt' | 'seenAt' | 'forgetAt'
  >

  return {
    async add(key, { visits = 0, views = 0, bots = 0 }) {
      await db
        .insert(counts)
        .values({ id: uuidv7(), key, visits, views, bots })
        .onConflictDoUpdate({
          target: counts.key,
          set: {
            visits: sql`${counts.visits} + ${visits}`,
            views: sql`${counts.views} + ${views}`,
            bots: sql`${counts.bots} + ${bots}`,
            updatedAt: new Date().toISOString(),
          },
        })
    },

    async read(key) {
      const [row] = await db
        .select({ visits: counts.visits, views: counts.views, bots: counts.bots })
        .from(counts)
        .where(eq(counts.key, key))
      return {
        visits: Number(row?.visits ?? 0),
        views: Number(row?.views ?? 0),
        bots: Number(row?.bots ?? 0),
      }
    },

    async noteSights(sights) {
      const fresh = new Set<string>()
      for (const some of partsOf(sights, MOST_ROWS)) {
        const keys = some.map(({ key }) => key)
        const known = await db
          .select({ key: traces.key, seenAt: traces.seenAt })
          .from(traces)
          .where(inArray(traces.key, keys))
        const seenAt = new Map(known.map((row) => [String(row.key), Number(row.seenAt)]))
        for (const { key, now, windowMs } of some) {
          if ((seenAt.get(key) ?? -Infinity) <= now - windowMs) fresh.add(key)
        }
        await db
          .insert(traces)
          .values(
            some.map(({ key, kind, now, forgetAt }) => ({
              id: uuidv7(),
              key,
              kind,
              seenAt: now,
              forgetAt,
            })),
          )
          .onConflictDoUpdate({
            target: traces.key,
            set: { seenAt: sql`excluded.seen_at`, forgetAt: sql`excluded.forget_at` },
          })
      }
      return fresh
    },

    async seenSince(kind, moment) {
      const [row] = await db
        .select({ seen: count() })
        .from(traces)
        .where(and(eq(traces.kind, kind), gte(traces.seenAt, moment)))
      return row?.seen ?? 0
    },

    async sharedSalt(key, proposal, now, forgetAt) {
      await db
        .insert(traces)
        .values({ id: uuidv7(), key, kind: 'salt', salt: proposal, seenAt: now, forgetAt })
        .onConflictDoNothing({ target: traces.key })
      const [row] = await db.select({ salt: traces.salt }).from(traces).where(eq(traces.key, key))
      return String(row?.salt)
    },

    async forget(now) {
      await db.delete(traces).where(lt(traces.forgetAt, now))
    },
  }
}

function partsOf<Item>(items: readonly Item[], most: number): Item[][] {
  const parts: Item[][] = []
  for (let at = 0; at < items.length; at += most) parts.push(items.slice(at, at + most))
  return parts
}
