import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

type Connection = Parameters<typeof drizzle>[0]
type Client = Extract<Connection, { client: unknown }>['client']

/** Distinct statements of a filling: far fewer, so that none is prepared twice. */
const MOST_STATEMENTS = 500

/**
 * A drizzle connection over Node's own SQLite, for a command that reads or writes all there is:
 * statements are prepared once, where Payload's client prepares each anew and frees it with some
 * later garbage collection (8,000 rows written took twice as long and 900 MB more).
 */
export function drizzleOver(database: DatabaseSync, schema: Record<string, unknown>) {
  const statements = new Map<string, StatementSync>()

  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size === MOST_STATEMENTS) statements.clear()
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    statements.set(sql, statement)
    return statement
  }
  const client = {
    protocol: 'file',
    async execute({ sql, args }: { sql: string; args: SQLInputValue[] }) {
      return { rows: prepared(sql).all(...args) }
    },
  }
  return drizzle({ client: client as unknown as Client, schema })
}
