import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

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
export async function tellSelectivity({ client }: SQLiteAdapter): Promise<void> {
  const { rows } = await client.execute(`
    SELECT tbl_name AS "table", name,
      (SELECT json_group_array(info.name) FROM pragma_index_info(sqlite_master.name) AS info)
        AS columns
    FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
  const told = rows.flatMap(({ table, name, columns }) => {
    const [first, ...further] = JSON.parse(String(columns)) as unknown[]
    if (!SHARED_BY_MOST.has(first)) return []
    const left = [SHARING, ...further.map((_, at) => Math.ceil(SHARING / FEWER ** (at + 1)))]
    return [{ table: String(table), name: String(name), stat: [ROWS, ...left].join(' ') }]
  })
  // This is what makes the table of statistics.
  await client.execute('ANALYZE sqlite_master')
  await client.batch(
    [
      'DELETE FROM sqlite_stat1',
      ...told.map(({ table, name, stat }) => ({
        sql: 'INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)',
        args: [table, name, stat],
      })),
      'ANALYZE sqlite_master',
    ],
    'write',
  )
}
