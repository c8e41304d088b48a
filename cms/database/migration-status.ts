import { existsSync, readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { embeddedFile } from './embedded-file.ts'
import { MIGRATIONS_DIR } from './migrations-dir.ts'

export interface MigrationStatus {
  /** In the code, not yet in the database. */
  readonly pending: readonly string[]
  /** In the database, not in the code: a newer version of the portal was here. */
  readonly unknown: readonly string[]
}

/**
 * Compares code and database without loading Payload, in milliseconds; never creates the file.
 * @returns `null` where the database is a server: then only Payload can tell
 */
export function migrationStatus(databaseUrl: string): MigrationStatus | null {
  const file = embeddedFile(databaseUrl)
  if (file === null) return null
  const known = migrationNames()
  const recorded = existsSync(file) ? recordedNames(file) : []
  return {
    pending: known.filter((name) => !recorded.includes(name)),
    unknown: recorded.filter((name) => !known.includes(name)),
  }
}

function migrationNames(): string[] {
  return readdirSync(MIGRATIONS_DIR)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted()
}

function recordedNames(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    const table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'"
    if (!database.prepare(table).get()) return []
    return database
      .prepare('SELECT name FROM payload_migrations ORDER BY name')
      .all()
      .map(({ name }) => String(name))
  } finally {
    database.close()
  }
}
