import type { DatabaseAdapterObj } from 'payload'
import { loadKind, registerKind, type DatabaseSettings } from './kind.ts'

/** The database that the settings name. Whatever differs between databases stays in this folder. */
export async function databaseAdapter(settings: DatabaseSettings): Promise<DatabaseAdapterObj> {
  const kind = await loadKind(settings.databaseUrl)
  const stock = kind.adapter(settings)
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args)
      registerKind(adapter, kind)
      return adapter
    },
  }
}
