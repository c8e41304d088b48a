import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { upsertRow } from '@payloadcms/drizzle'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import type { Payload } from 'payload'
import { OperatorError } from '#cms/operator-error.ts'
import { withNulls } from '../canonical-row.ts'
import { fieldsOf, type Filling, type Row, type Table } from '../content.ts'
import { sqliteContent, tableName } from './content.ts'
import { embeddedPath } from './embedded-file.ts'
import { drizzleOver } from './own-client.ts'

type UpsertArguments = Parameters<typeof upsertRow>[0]

export interface SqliteFilling extends Filling {
  /** Puts everything on the disk. */
  flush(): void
  /** Closes the connection; may be repeated. */
  close(): void
}

/**
 * Fills a file that nobody else has open: rows come before those that they refer to, and nothing
 * has to survive a crash before the end.
 */
export function fillSqlite(portal: Payload): SqliteFilling {
  const adapter = portal.db as unknown as SQLiteAdapter
  const database = new DatabaseSync(embeddedPath(adapter.clientConfig.url), {
    enableForeignKeyConstraints: false,
  })
  database.exec('PRAGMA synchronous = OFF')
  const writer = drizzleOver(database, adapter.schema)
  // What is read back comes the same way.
  adapter.drizzle = writer

  return {
    ...sqliteContent(portal),

    async write(table, rows) {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const row of rows) await insert(table, row)
        database.exec('COMMIT')
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },

    async dropDeadReferences() {
      const dead = database.prepare('PRAGMA foreign_key_check').all()
      for (const { table, rowid, fkid } of dead) {
        const keys = database.prepare(`PRAGMA foreign_key_list(${quoted(table)})`).all()
        const key = keys.find(({ id }) => id === fkid)
        const change =
          key?.on_delete === 'SET NULL'
            ? `UPDATE ${quoted(table)} SET ${quoted(key.from)} = NULL`
            : `DELETE FROM ${quoted(table)}`
        try {
          database.prepare(`${change} WHERE rowid = ?`).run(rowid ?? null)
        } catch (cause) {
          throw dangling(database, String(table), rowid ?? null, String(key?.from), cause)
        }
      }
      return dead.length
    },

    flush() {
      database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)')
    },

    close() {
      if (database.isOpen) database.close()
    },
  }

  async function insert(table: Table, { id, ...values }: Row): Promise<void> {
    const fields = fieldsOf(portal.config, table, id)
    await upsertRow({
      adapter: adapter as unknown as UpsertArguments['adapter'],
      db: writer as unknown as UpsertArguments['db'],
      fields,
      data: withNulls(fields, values),
      // A global has one row, known by its table.
      customID: table.kind === 'globals' ? undefined : id,
      operation: 'create',
      ignoreResult: true,
      tableName: tableName(adapter, table, id),
    })
  }
}

/** A row that may not be without what it refers to. */
function dangling(
  database: DatabaseSync,
  table: string,
  rowid: SQLOutputValue,
  column: string,
  cause: unknown,
): OperatorError {
  const row = database.prepare(`SELECT id FROM ${quoted(table)} WHERE rowid = ?`).get(rowid)
  return new OperatorError(
    `Bản ghi “${String(row?.id)}” của phần “${table}” bắt buộc dẫn tới một nội dung (${column}) không ` +
      'còn nữa, nên không khôi phục được. Hãy xóa bản ghi đó ở cơ sở dữ liệu gốc rồi sao lưu lại.',
    { cause },
  )
}

function quoted(name: unknown): string {
  return `"${String(name).replaceAll('"', '""')}"`
}
