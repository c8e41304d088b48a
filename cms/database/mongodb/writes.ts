import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseControl } from '../control.ts'
import { openTransaction } from '../open-transaction.ts'
import { WriteRefusedError } from '../transaction-end.ts'
import { requireWritable } from '../write-stop.ts'
import { labelOf, WRITES, type WriteArguments } from '../writes.ts'
import { isConflict } from './transactions.ts'

/** Refuses writes while they are stopped, and says so where two of them met at one document. */
export function guardWrites(
  adapter: MongooseAdapter,
  control: Pick<DatabaseControl, 'writeStop'>,
): void {
  const { beginTransaction, commitTransaction, rollbackTransaction } = adapter
  adapter.beginTransaction = async (options) => {
    await requireWritable(control)
    return beginTransaction.call(adapter, options)
  }

  // One that was begun before writes were stopped is not to be stored after that.
  adapter.commitTransaction = async (id) => {
    await requireWritable(control).catch(async (error: unknown) => {
      await rollbackTransaction.call(adapter, await id)
      throw error
    })
    await commitTransaction.call(adapter, id)
  }

  for (const name of WRITES) {
    const stock = adapter[name] as (args: WriteArguments) => Promise<unknown>
    const guarded = async (args: WriteArguments) => {
      const isAlone = (await openTransaction(args.req)) === null
      if (isAlone) await requireWritable(control)
      try {
        return await stock.call(adapter, args)
      } catch (error) {
        throw isConflict(error) ? new WriteRefusedError(labelOf(name, args), error) : error
      }
    }
    Object.assign(adapter, { [name]: guarded })
  }
}
