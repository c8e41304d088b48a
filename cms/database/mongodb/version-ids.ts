import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Where } from 'payload'

const METHODS = ['findVersions', 'countVersions', 'updateVersion', 'deleteVersions'] as const

interface VersionArguments {
  readonly id?: number | string
  readonly where?: Where
}

/**
 * Lets versions be found by a text id. Payload takes their ids for ObjectIds and drops any other,
 * except in a list of ids.
 */
export function findVersionsById(adapter: MongooseAdapter): void {
  for (const name of METHODS) {
    const stock = adapter[name] as (args: VersionArguments) => Promise<unknown>
    const byId = (args: VersionArguments) => {
      const where = args.where ?? (args.id === undefined ? undefined : { id: { equals: args.id } })
      return stock.call(adapter, where ? { ...args, where: idsAsLists(where) } : args)
    }
    Object.assign(adapter, { [name]: byId })
  }
}

function idsAsLists(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, condition]) => {
      if (Array.isArray(condition)) return [key, condition.map((part) => idsAsLists(part))]
      if (key !== 'id' || typeof condition !== 'object') return [key, condition]
      const { equals, not_equals: notEquals, ...others } = condition as Record<string, unknown>
      return [
        key,
        {
          ...others,
          ...(equals === undefined ? {} : { in: [equals] }),
          ...(notEquals === undefined ? {} : { not_in: [notEquals] }),
        },
      ]
    }),
  ) as Where
}
