/**
 * Whether the database or its disk takes no write now: full, read-only, failing, locked, or away.
 * Nothing is wrong with what was to be stored, and it may be sent again.
 */
export function isUnwritable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { cause, code, message, name, errorLabels } = error as DatabaseError
  const isTold =
    CODES.test(String(code ?? '')) ||
    MESSAGES.test(message ?? '') ||
    MONGO_NAMES.test(name ?? '') ||
    (typeof code === 'number' && MONGO_CODES.has(code)) ||
    (Array.isArray(errorLabels) && errorLabels.includes('RetryableWriteError'))
  return isTold || isUnwritable(cause)
}

/** The word for it that may stand in a log: what was to be stored never does. */
export function codeOf(error: unknown): string {
  const { cause, code, name } = (error ?? {}) as DatabaseError
  return cause === undefined || cause === null ? String(code ?? name ?? 'unknown') : codeOf(cause)
}

interface DatabaseError {
  readonly cause?: unknown
  readonly code?: string | number
  readonly message?: string
  readonly name?: string
  readonly errorLabels?: unknown
}

/** Of SQLite (result codes, with what follows them) and of the file system (errno). */
const CODES =
  /^(?:SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|PROTOCOL)|ENOSPC$|EDQUOT$|EROFS$|EIO$|EMFILE$|ENFILE$)/

/** Where a layer between has kept the message alone. */
const MESSAGES =
  /SQLITE_(?:FULL|IOERR|READONLY)|database or disk is full|disk I\/O error|readonly database|database is locked|no space left|read-only file system/i

/** Of the driver of MongoDB: no server to be reached, or none that takes writes. */
const MONGO_NAMES = /^Mongo(?:Network|ServerSelection|NotConnected|Topology|PoolCleared|WaitQueue)/

/**
 * Of the server: OutOfDiskSpace, NotWritablePrimary, NotPrimaryNoSecondaryOk,
 * NotPrimaryOrSecondary, InterruptedAtShutdown, InterruptedDueToReplStateChange,
 * PrimarySteppedDown, ShutdownInProgress, WriteConcernFailed, MaxTimeMSExpired.
 */
const MONGO_CODES: ReadonlySet<number> = new Set([
  14_031, 10_107, 13_435, 13_436, 11_600, 11_602, 189, 91, 64, 50,
])
