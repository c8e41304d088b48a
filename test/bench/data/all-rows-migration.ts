import { sql, type MigrateUpArgs } from '@payloadcms/db-sqlite'
import { DatabaseSync } from 'node:sqlite'
import { loadPayload } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { openControl } from '#cms/database/kind.ts'
import { readConfig } from '#shared/config.ts'

export const MIGRATION = '29990101_000000_bench'

const CHANGES = [
  sql`ALTER TABLE news ADD COLUMN bench_note text`,
  sql`UPDATE news SET bench_note = substr(title, 1, 20), body = json_set(body, '$.root.bench', 1)`,
  sql`UPDATE _news_v SET version_body = json_set(version_body, '$.root.bench', 1)`,
  sql`CREATE INDEX bench_note_idx ON news (bench_note)`,
]

/**
 * Migrates an embedded database as the command does, by a migration that the portal does not have:
 * it writes every news item and every version anew.
 */
export async function migrateAll() {
  const config = readConfig()
  const control = await openControl(config)
  try {
    await control.alone(async () => {
      const portal = await loadPayload({ onInit: false })
      try {
        await portal.db.migrate({ migrations: [{ name: MIGRATION, up, down: async () => {} }] })
      } finally {
        await closeDatabase(portal)
      }
    })
    return {}
  } finally {
    await control.close()
  }
}

/** Whether all that the migration does has been done to a file. */
export function isMigrated(file: string): boolean {
  const database = new DatabaseSync(file)
  try {
    const old = (table: string, body: string) =>
      database
        .prepare(`SELECT 1 FROM ${table} WHERE json_extract(${body}, '$.root.bench') IS NOT 1`)
        .get()
    const index = database
      .prepare("SELECT 1 FROM sqlite_master WHERE name = 'bench_note_idx'")
      .get()
    return Boolean(index) && !old('news', 'body') && !old('_news_v', 'version_body')
  } finally {
    database.close()
  }
}

/** The type of Payload's own list of migrations knows no arguments. */
async function up(args: unknown): Promise<void> {
  const { db } = args as MigrateUpArgs
  for (const change of CHANGES) await db.run(change)
}
