import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { MissingReferenceError } from '../missing-reference.ts'
import { WRITES } from '../writes.ts'

/** Lets what SQLite refuses be told as MongoDB's refusals are: without names of tables. */
export function explainRefusals(adapter: SQLiteAdapter): SQLiteAdapter {
  for (const name of WRITES) {
    const stock = adapter[name] as (args: unknown) => Promise<unknown>
    const explained = (args: unknown) => stock.call(adapter, args).catch(explain)
    Object.assign(adapter, { [name]: explained })
  }
  return adapter
}

interface Refusal {
  readonly code?: string
  readonly cause?: unknown
  readonly data?: { readonly errors?: readonly { tableName?: string }[] } | null
}

function explain(error: unknown): never {
  if (isMissingReference(error)) throw new MissingReferenceError(error)
  for (const field of (error as Refusal).data?.errors ?? []) delete field.tableName
  throw error
}

function isMissingReference(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as Refusal
  return (
    code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || (cause !== undefined && isMissingReference(cause))
  )
}
