import { APIError, type DatabaseAdapter, type PayloadRequest } from 'payload'
import { openTransaction } from './open-transaction.ts'

/** What is to be done outside the database when a transaction has ended. */
export interface AtEnd {
  /** After the commit. A failure is logged: the save stands. */
  readonly committed?: () => Promise<void>
  /** After the transaction was undone. */
  readonly rolledBack?: () => Promise<void>
}

/**
 * Remembers work for the end of the request's transaction: files follow what is stored, never what
 * is rolled back. Without a transaction the commit is now.
 */
export async function atEndOfTransaction(req: PayloadRequest, work: AtEnd): Promise<void> {
  const id = await openTransaction(req)
  const { db } = req.payload
  if (id === null) return run(db, work.committed)
  const waiting = waitingOf(db)
  waiting.set(String(id), [...(waiting.get(String(id)) ?? []), work])
}

/** For adapters: a transaction has ended; does what was remembered for it. */
export async function ended(
  db: Pick<DatabaseAdapter, 'payload'>,
  id: string,
  how: keyof AtEnd,
): Promise<void> {
  const waiting = waitingOf(db)
  const works = waiting.get(id) ?? []
  waiting.delete(id)
  for (const work of works) await run(db, work[how])
}

/** The database could not take a write now; nothing of it is stored. */
export class WriteRefusedError extends APIError {
  constructor(write: string, cause?: unknown) {
    super(
      'Hệ thống đang bận lưu việc khác nên chưa lưu được. Hãy thử lại sau ít phút.',
      503,
      { code: 'database_busy' },
      true,
    )
    this.name = 'WriteRefusedError'
    this.cause = cause ?? write
  }
}

type Waiting = Map<string, AtEnd[]>

const waitings = new WeakMap<object, Waiting>()

function waitingOf(db: object): Waiting {
  const waiting = waitings.get(db) ?? new Map()
  waitings.set(db, waiting)
  return waiting
}

async function run(
  db: Pick<DatabaseAdapter, 'payload'>,
  work: (() => Promise<void>) | undefined,
): Promise<void> {
  try {
    await work?.()
  } catch (err) {
    db.payload.logger.error({ err, code: 'after_transaction_failed' }, 'Work after a save failed.')
  }
}
