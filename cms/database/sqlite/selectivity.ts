import type { MigrateUpArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'

/** A connection, or a transaction on it. */
type Database = MigrateUpArgs['db']

/** Columns in which nearly every row has the same value. */
const SHARED_BY_MOST: ReadonlySet<unknown> = new Set([
  '_status',
  'status',
  'deleted_at',
  'is_public',
])

/** A large portal, so that plans are the same on a new one. */
const ROWS = 100_000
const SHARING = 90_000
/** How many times fewer rows each further column of an index leaves. */
const FEWER = 50

/**
 * Tells SQLite that an index on the status leaves nearly all rows. It expects ten behind a value
 * of an index that it knows nothing of, and read all published news (85 ms at 100,000) rather than
 * twelve by their ids. ANALYZE would tell, too, but what a nearly empty portal taught it stays.
 * https://www.sqlite.org/fileformat2.html#the_sqlite_stat1_table
 */
export async function tellSelectivity(db: Database): Promise<void> {
  const indexes = await db.all<{ table: string; name: string; columns: string }>(sql`
    SELECT tbl_name AS "table", name,
      (SELECT json_group_array(info.name) FROM pragma_index_info(sqlite_master.name) AS info)
        AS columns
    FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
  // This is what makes the table of statistics.
  await db.run(sql`ANALYZE sqlite_master`)
  await db.run(sql`DELETE FROM sqlite_stat1`)
  for (const { table, name, columns } of indexes) {
    const [first, ...further] = JSON.parse(columns) as unknown[]
    if (!SHARED_BY_MOST.has(first)) continue
    const left = [SHARING, ...further.map((_, at) => Math.ceil(SHARING / FEWER ** (at + 1)))]
    const stat = [ROWS, ...left].join(' ')
    await db.run(sql`INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (${table}, ${name}, ${stat})`)
  }
  await db.run(sql`ANALYZE sqlite_master`)
}
