import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { PaginatedDocs, Where } from 'payload'
import { isCounted, PAGED, pageOf, type PageArguments } from '../page.ts'

interface ListArguments extends PageArguments {
  readonly where?: Where
}

type Find = (args: ListArguments) => Promise<PaginatedDocs>
type Count = (args: ListArguments) => Promise<unknown>

/**
 * Pages and numbers as on SQLite. Payload's paginator skips earlier pages only where it counts all,
 * and counts a whole collection by an estimate, which no transaction of MongoDB allows.
 */
export function countPages(adapter: MongooseAdapter): void {
  for (const name of PAGED) {
    const stock = adapter[name] as Find
    const find: Find = async (args) => {
      const { limit = 0, page = 1, where } = args
      const mustCount = isCounted(args) || (limit > 0 && page > 1)
      const asked = mustCount ? { ...args, pagination: true, where: exactly(where) } : args
      const { docs, totalDocs } = await stock.call(adapter, asked)
      return pageOf(docs, totalDocs, args)
    }
    Object.assign(adapter, { [name]: find })
  }
  for (const name of ['count', 'countVersions', 'countGlobalVersions'] as const) {
    const stock = adapter[name] as Count
    const count: Count = (args) => stock.call(adapter, { ...args, where: exactly(args.where) })
    Object.assign(adapter, { [name]: count })
  }
}

/** The same condition, never empty: only what has none is estimated. */
function exactly(where: Where | undefined): Where {
  return where && hasCondition(where) ? where : { id: { exists: true } }
}

function hasCondition(where: Where): boolean {
  return Object.values(where).some((part) =>
    Array.isArray(part) ? part.some(hasCondition) : part !== undefined,
  )
}
