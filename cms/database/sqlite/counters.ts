import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { and, count, eq, gte, lt, sql } from '@payloadcms/db-sqlite/drizzle'
import type { SQLiteColumn, SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { v7 as uuidv7 } from 'uuid'
import type { Counters } from '../counters.ts'

type Table<Column extends string> = SQLiteTable & Record<Column, SQLiteColumn>

/**
 * Counters in few statements. What is looked at and then written is safe in a transaction alone,
 * which has the one lock for writing from its beginning.
 */
export function sqliteCounters(adapter: SQLiteAdapter, db = adapter.drizzle): Counters {
  const counts = adapter.tables.visit_counts as Table<'key' | 'visits' | 'views' | 'bots'>
  const traces = adapter.tables.visit_traces as Table<
    'key' | 'kind' | 'salt' | 'seenAt' | 'forgetAt'
  >

  const searches = adapter.tables.searches as Table<
    'words' | 'count' | 'foundNothing' | 'lastFound' | 'lastAt'
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

    async addSearch({ words, count, foundNothing, lastFound, lastAt }) {
      const last = { lastFound, lastAt: lastAt.toISOString() }
      await db
        .insert(searches)
        .values({ id: uuidv7(), words, count, foundNothing, ...last })
        .onConflictDoUpdate({
          target: searches.words,
          set: {
            count: sql`${searches.count} + ${count}`,
            foundNothing: sql`${searches.foundNothing} + ${foundNothing}`,
            ...last,
            updatedAt: last.lastAt,
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
      // One text for any number of rows: to build and to prepare one of a thousand took as long as
      // to write them.
      const keys = JSON.stringify(sights.map(({ key }) => key))
      const known = await db.all<{ key: string; seen_at: number }>(
        sql`SELECT key, seen_at FROM ${traces} WHERE key IN (SELECT value FROM json_each(${keys}))`,
      )
      const seenAt = new Map(known.map((row) => [row.key, row.seen_at]))
      const rows = JSON.stringify(
        sights.map(({ key, kind, now, forgetAt }) => [uuidv7(), key, kind, now, forgetAt]),
      )
      await db.run(
        sql`INSERT INTO ${traces} (id, key, kind, seen_at, forget_at)
          SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
          FROM json_each(${rows}) WHERE true
          ON CONFLICT (key) DO UPDATE SET seen_at = excluded.seen_at, forget_at = excluded.forget_at`,
      )
      return new Set(
        sights
          .filter(({ key, now, windowMs }) => (seenAt.get(key) ?? -Infinity) <= now - windowMs)
          .map(({ key }) => key),
      )
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
