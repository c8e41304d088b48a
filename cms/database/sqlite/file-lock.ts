import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

/** A lock that the operating system frees when its holder ends, however it ends. */
export interface FileLock {
  release(): void
}

/** The lock on `file`, or `null` where another process holds it. SQLite does the locking. */
export function tryLock(file: string): FileLock | null {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if (isBusy(error)) return null
    throw error
  }
}

/**
 * Runs `work` with the lock held; waits for it as long as needed.
 * @param onWait called once if another process holds the lock
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  let lock = tryLock(file)
  if (!lock) onWait()
  while (!lock) {
    await wait(200)
    lock = tryLock(file)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
