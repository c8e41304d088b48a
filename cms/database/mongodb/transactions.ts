import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { ended, WriteRefusedError } from '../transaction-end.ts'

/** Transactions that tell when they ended. */
export function tellEnds(adapter: MongooseAdapter): void {
  const { commitTransaction, rollbackTransaction } = adapter

  adapter.commitTransaction = async (incoming) => {
    const id = String(await incoming)
    if (!isOpen(id)) return
    try {
      await commitTransaction.call(adapter, id)
    } catch (error) {
      await ended(adapter, id, 'rolledBack')
      throw isConflict(error) ? new WriteRefusedError('commit', error) : error
    }
    await ended(adapter, id, 'committed')
  }

  adapter.rollbackTransaction = async (incoming) => {
    const id = String(await incoming)
    if (!isOpen(id)) return
    await rollbackTransaction.call(adapter, id)
    await ended(adapter, id, 'rolledBack')
  }

  function isOpen(id: string): boolean {
    return adapter.sessions[id]?.inTransaction() ?? false
  }
}

/**
 * Keeps what an adapter does to begin a transaction. Where the address names no replica set, Payload
 * would put its own "none" in its place when it connects, without a word.
 */
export function keepThroughConnect(adapter: MongooseAdapter): void {
  const { beginTransaction, connect, transactionOptions } = adapter
  adapter.connect = async (options) => {
    await connect?.call(adapter, options)
    Object.assign(adapter, { beginTransaction, transactionOptions })
  }
}

/** Two transactions changed the same document, or a server was lost: this one may be tried again. */
export function isConflict(error: unknown): boolean {
  const { code, hasErrorLabel } = (error ?? {}) as {
    code?: number
    hasErrorLabel?: (label: string) => boolean
  }
  return code === 112 || Boolean(hasErrorLabel?.call(error, 'TransientTransactionError'))
}

/** A conflict, or two transactions that made the same row: a second try finds what the first left. */
export function hasMetAnother(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: number; cause?: unknown }
  return code === 11_000 || isConflict(error) || (cause !== undefined && hasMetAnother(cause))
}
