import type { MongooseAdapter } from '@payloadcms/db-mongodb'

interface WriteArguments {
  readonly collection: string
  readonly data: Record<string, unknown>
}

/**
 * Lets many documents have no value in a unique field, as on SQLite: a slug is set to `null` when its
 * document goes to the trash. Payload's indexes of such fields are sparse, which leaves out absent
 * values, but holds every `null` and refuses the second; so `null` becomes absent.
 */
export function freeEmptyUniqueFields(adapter: MongooseAdapter): void {
  const { create, updateOne } = adapter
  const emptyIn = ({ collection, data }: WriteArguments) =>
    sparseFields(adapter, collection).filter((field) => data[field] === null)

  adapter.create = (args) => {
    const absent = Object.fromEntries(emptyIn(args).map((field) => [field, undefined]))
    return create.call(adapter, { ...args, data: { ...args.data, ...absent } })
  }
  // An upsert is an updateOne too.
  adapter.updateOne = (args) => {
    const empty = emptyIn(args)
    if (empty.length === 0) return updateOne.call(adapter, args)
    const data: Record<string, unknown> = {
      ...args.data,
      $unset: Object.fromEntries(empty.map((field) => [field, 1])),
    }
    for (const field of empty) delete data[field]
    return updateOne.call(adapter, { ...args, data })
  }
}

/** Names of the collection's unique fields that may be empty. */
function sparseFields(adapter: MongooseAdapter, collection: string): string[] {
  const indexes = adapter.collections[collection]?.schema.indexes() ?? []
  return indexes
    .filter(([, options]) => options.unique && options.sparse)
    .flatMap(([fields]) => Object.keys(fields))
}
