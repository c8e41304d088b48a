import { readdirSync } from 'node:fs'
import { databaseKind, databaseLabel } from '#shared/database-url.ts'
import { DatabaseProblem } from './control.ts'
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

/** @throws DatabaseProblem where a newer version of the portal has written the database */
export async function checkedStatus(settings: DatabaseSettings): Promise<MigrationStatus> {
  const status = await migrationStatus(settings)
  if (status.unknown.length > 0) {
    throw new DatabaseProblem(
      `Cơ sở dữ liệu ${databaseLabel(settings.databaseUrl)} đã được một phiên bản mới hơn của cổng ` +
        `thông tin cập nhật (${status.unknown.join(', ')}). Hãy chạy phiên bản mới đó, hoặc khôi ` +
        'phục bản sao lưu dữ liệu của phiên bản này.',
    )
  }
  return status
}

/**
 * For work on content as this version keeps it.
 * @throws DatabaseProblem where the database is of another version: a start alone changes that
 */
export async function requireCurrent(settings: DatabaseSettings): Promise<void> {
  const { pending } = await checkedStatus(settings)
  if (pending.length === 0) return
  throw new DatabaseProblem(
    `Cơ sở dữ liệu thuộc phiên bản cũ (thiếu ${pending.join(', ')}). Hãy sao lưu bằng phiên bản cũ, ` +
      'rồi chạy npm start để cập nhật trước.',
  )
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
