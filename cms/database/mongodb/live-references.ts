import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongodb'
import type { CollectionSlug, PayloadRequest, SanitizedConfig } from 'payload'
import { fieldsOf, type Table } from '../content.ts'
import { MissingReferenceError } from '../missing-reference.ts'
import { openTransaction } from '../open-transaction.ts'
import { collectReferences, type References } from './references.ts'
import { rowsOf } from './referrers.ts'

/** The methods that store references, and which fields their data has. */
const WRITES = {
  create: 'collection',
  updateOne: 'collection',
  updateMany: 'collection',
  createVersion: 'collection',
  updateVersion: 'versions',
  createGlobal: 'globals',
  updateGlobal: 'globals',
  createGlobalVersion: 'globals',
  updateGlobalVersion: 'global-versions',
} as const satisfies Partial<Record<keyof MongooseAdapter, Table['kind']>>

type Method = keyof typeof WRITES
type Row = Readonly<Record<string, unknown>>

interface WriteArguments {
  readonly id?: number | string
  readonly collection?: string
  readonly collectionSlug?: string
  readonly slug?: string
  readonly global?: string
  readonly globalSlug?: string
  readonly data?: Row
  readonly versionData?: Row
  readonly parent?: number | string
  readonly req?: Partial<PayloadRequest>
}

/** Refuses to store references to documents that do not exist, as SQLite's foreign keys do. */
export function requireLiveReferences(adapter: MongooseAdapter): void {
  for (const method of Object.keys(WRITES) as Method[]) {
    const stock = adapter[method] as (args: WriteArguments) => Promise<unknown>
    const checked = async (args: WriteArguments) => {
      const references = referencesOf(adapter.payload.config, method, args)
      if (references.size > 0) await requireLive(adapter, references, args)
      return stock.call(adapter, args)
    }
    Object.assign(adapter, { [method]: checked })
  }
}

function referencesOf(config: SanitizedConfig, method: Method, args: WriteArguments): References {
  const { collection, collectionSlug, slug, global, globalSlug, data, versionData, parent } = args
  const name = (collection ?? collectionSlug ?? slug ?? global ?? globalSlug) as CollectionSlug
  const table = { name, kind: WRITES[method], collection: name, global: name } as unknown as Table
  const found: References = new Map()
  collectReferences(fieldsOf(config, table, name), data ?? versionData ?? {}, found)
  if (parent !== undefined) found.set(name, (found.get(name) ?? new Set()).add(String(parent)))
  const own = method === 'create' ? data?.id : args.id
  found.get(name)?.delete(String(own))
  return found
}

/** @throws MissingReferenceError */
async function requireLive(
  adapter: MongooseAdapter,
  references: References,
  { req }: WriteArguments,
): Promise<void> {
  const transaction = await openTransaction(req)
  const session = transaction === null ? undefined : adapter.sessions[transaction]
  for (const [collection, ids] of references) {
    if (!(await areAllThere(adapter, collection, [...ids], session)))
      throw new MissingReferenceError()
  }
}

async function areAllThere(
  adapter: MongooseAdapter,
  collection: CollectionSlug,
  ids: string[],
  session: ClientSession | undefined,
): Promise<boolean> {
  if (ids.length === 0) return true
  const model = adapter.collections[collection]
  if (!model) return false
  const there = await rowsOf(adapter, model).countDocuments({ _id: { $in: ids } }, { session })
  return there === ids.length
}
