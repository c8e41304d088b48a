import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { PaginatedDocs } from 'payload'
import { isCounted, PAGED, pageOf, type PageArguments } from '../page.ts'

type Find = (args: PageArguments) => Promise<PaginatedDocs>

/**
 * Lets a page past the last one tell how many there are, as on MongoDB. Payload says that there are
 * none where the condition looks into another table.
 */
export function countPages(adapter: SQLiteAdapter): SQLiteAdapter {
  for (const name of PAGED) {
    const stock = adapter[name] as Find
    const find: Find = async (args) => {
      const found = await stock.call(adapter, args)
      if (found.totalPages > 0) return found
      const isPast = isCounted(args) && (args.page ?? 1) > 1
      const { totalDocs } = isPast
        ? await stock.call(adapter, { ...args, page: 1, limit: 1 })
        : found
      return pageOf(found.docs, totalDocs, args)
    }
    Object.assign(adapter, { [name]: find })
  }
  return adapter
}
