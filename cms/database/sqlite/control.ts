import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { withLock } from './file-lock.ts'
import {
  DatabaseProblem,
  type DatabaseControl,
  type RestoreMark,
  type WriteStop,
} from '../control.ts'
import { USED } from '../used-tables.ts'
import { embeddedPath } from './embedded-file.ts'

/** Control of an embedded database: small files beside it, and SQLite's own lock. */
export function sqliteControl(url: string): DatabaseControl {
  const file = embeddedPath(url)
  const mark = jsonFile<RestoreMark>(`${file}.restoring.json`)
  const stop = jsonFile<WriteStop>(`${file}.writes-stopped.json`)

  return {
    async check() {
      await requireUsable(file)
    },

    async migrations() {
      return recordedMigrations(file)
    },

    async isUsed() {
      return hasRows(file)
    },

    async alone(work, onWait) {
      return withLock(`${file}.lock`, work, onWait)
    },

    async restoreMark() {
      return mark.read()
    },

    async setRestoreMark(value) {
      await mkdir(dirname(file), { recursive: true })
      mark.write(value)
    },

    async writeStop() {
      return stop.read()
    },

    // Who writes looks at the file while it holds SQLite's lock: once this process has had the lock,
    // all writes from before have ended and all others see the stop.
    async stopWrites(value) {
      stop.write(value)
      if (existsSync(file)) waitForWriters(file)
    },

    async renewWriteStop(value) {
      stop.write(value)
    },

    async allowWrites() {
      stop.write(null)
    },

    // One machine, and on it one cms.
    async claim() {
      return true
    },

    async close() {},
  }
}

interface JsonFile<Value> {
  read(): Value | null
  write(value: Value | null): void
}

/** A value that appears and changes as a whole. */
function jsonFile<Value>(path: string): JsonFile<Value> {
  return {
    read() {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as Value
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    write(value) {
      if (value === null) return rmSync(path, { force: true })
      const temporary = `${path}.${process.pid}`
      try {
        writeFileSync(temporary, JSON.stringify(value), { flush: true })
        renameSync(temporary, path)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
    },
  }
}

/** Names of the migrations that a file has had; none where it is absent. */
function recordedMigrations(file: string): string[] {
  if (!existsSync(file)) return []
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

function hasRows(file: string): boolean {
  if (!existsSync(file)) return false
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    const known = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    return known
      .map(({ name }) => String(name))
      .filter((name) => (USED as readonly string[]).includes(name))
      .some((name) => database.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined)
  } finally {
    database.close()
  }
}

/** Longer than any transaction may take (writes.ts ends them after 60 s). */
const LONGEST_WRITE_MS = 65_000

function waitForWriters(file: string): void {
  const database = new DatabaseSync(file, { timeout: LONGEST_WRITE_MS })
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK')
  } finally {
    database.close()
  }
}

async function requireUsable(file: string): Promise<void> {
  if (!existsSync(file)) return
  try {
    if (!(await stat(file)).isFile()) throw new Error('it is no file')
    recordedMigrations(file)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new DatabaseProblem(
      `Không dùng được cơ sở dữ liệu ${file}: ${why}. Hãy kiểm tra DATABASE_URL trong .env và quyền ` +
        'đọc, ghi của thư mục; nếu tệp bị hỏng, hãy khôi phục từ bản sao lưu: npm run cms -- restore TỆP',
      { cause },
    )
  }
}
