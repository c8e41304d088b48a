import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import { MOST_ROWS, newsOf, type ChangeLog } from '../change-log.ts'

interface Row {
  readonly number: number
  readonly id: string
  /** JSON. */
  readonly tags: string
  readonly collection_name: string
  readonly document_id: string
  readonly is_public_before: number
  readonly is_public_after: number
}

/**
 * Follows the log by the number that SQLite gives to every row: it has one writer at a time, so that
 * a higher number is committed later. With the row's id it tells this database from any other.
 */
export function sqliteChangeLog(adapter: SQLiteAdapter): ChangeLog {
  const rows = (query: ReturnType<typeof sql>) => adapter.drizzle.all<Row>(query)

  return {
    async end() {
      const [last] = await rows(
        sql`SELECT rowid AS number, * FROM changes ORDER BY rowid DESC LIMIT 1`,
      )
      return positionOf(last)
    },

    async since(position) {
      const from = Number.parseInt(position, 10)
      if (Number.isNaN(from)) return null
      const [known, ...fresh] = await rows(
        sql`SELECT rowid AS number, * FROM changes WHERE rowid >= ${from} ORDER BY rowid LIMIT ${MOST_ROWS}`,
      )
      if (positionOf(known) !== position) return null
      return newsOf(fresh.map(changeOf), positionOf(fresh.at(-1) ?? known))
    },
  }
}

function changeOf(row: Row) {
  return {
    tags: JSON.parse(row.tags) as string[],
    collectionName: row.collection_name,
    documentId: row.document_id,
    isPublicBefore: row.is_public_before === 1,
    isPublicAfter: row.is_public_after === 1,
  }
}

/** "17:0190…"; "0:" for the end of an empty log. */
function positionOf(row: Row | undefined): string {
  return row ? `${row.number}:${row.id}` : '0:'
}
