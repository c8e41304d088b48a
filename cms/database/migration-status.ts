import { readdirSync } from 'node:fs'
import { databaseKind } from '#shared/database-url.ts'
import { openControl, type DatabaseSettings } from './kind.ts'
import { MONGODB_MIGRATIONS, SQLITE_MIGRATIONS } from './migrations-dir.ts'

export interface MigrationStatus {
  /** In the code, not yet in the database. */
  readonly pending: readonly string[]
  /** In the database, not in the code: a newer version of the portal was here. */
  readonly unknown: readonly string[]
  /** It has had no migration yet. */
  readonly isNew: boolean
}

/**
 * Compares code and database without loading Payload; never makes a database.
 * @throws DatabaseProblem where the database does not answer
 */
export async function migrationStatus(settings: DatabaseSettings): Promise<MigrationStatus> {
  const known = migrationNames(settings.databaseUrl)
  const control = await openControl(settings)
  try {
    const recorded = await control.migrations()
    return {
      pending: known.filter((name) => !recorded.includes(name)),
      unknown: recorded.filter((name) => !known.includes(name)),
      isNew: recorded.length === 0,
    }
  } finally {
    await control.close()
  }
}

/** Whether code and database are of the same version. */
export function isCurrent({ pending, unknown }: MigrationStatus): boolean {
  return pending.length === 0 && unknown.length === 0
}

/** Names of all migrations of this version for the kind of database, oldest first. */
export function migrationNames(databaseUrl: string): string[] {
  const folder = databaseKind(databaseUrl) === 'sqlite' ? SQLITE_MIGRATIONS : MONGODB_MIGRATIONS
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted()
}
