import type { DatabaseAdapterObj } from 'payload'
import { loadKind, type DatabaseSettings } from './kind.ts'
import { registerDatabase } from './opened.ts'
import { keepParallelSessions } from './session-writes.ts'

/** The database that the settings name. Whatever differs between databases stays in this folder. */
export async function databaseAdapter(settings: DatabaseSettings): Promise<DatabaseAdapterObj> {
  const kind = await loadKind(settings.databaseUrl)
  const control = kind.control(settings)
  const stock = kind.adapter(settings, control)
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args)
      registerDatabase(adapter, { kind, control })
      keepParallelSessions(adapter)
      return adapter
    },
  }
}
