import type { CollectionSlug, DatabaseAdapter, PayloadRequest, SanitizedConfig } from 'payload'
import { fieldsOf, type Table } from './content.ts'
import type { Fields, Row } from './mapped-row.ts'

/** The methods that store what they are given, and which fields that has. */
const STORES = {
  create: 'collection',
  updateOne: 'collection',
  updateMany: 'collection',
  createVersion: 'collection',
  updateVersion: 'versions',
  createGlobal: 'globals',
  updateGlobal: 'globals',
  createGlobalVersion: 'globals',
  updateGlobalVersion: 'global-versions',
} as const satisfies Partial<Record<keyof DatabaseAdapter, Table['kind']>>

type Method = keyof typeof STORES

interface StoreArguments {
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

/** What is about to be stored. */
export interface StoredData {
  readonly fields: Fields
  readonly data: Row
  /** Whether there is no such row yet. */
  readonly isNew: boolean
  /** The collection or global whose data, or version, it is. */
  readonly name: CollectionSlug
  /** Of the document itself, where it is known. */
  readonly id: string | undefined
  /** The document that a new version belongs to. */
  readonly parent: string | undefined
  readonly req: Partial<PayloadRequest> | undefined
}

/**
 * Lets data be looked at before they are stored.
 * @param before gives what is stored in their place; what it throws keeps them from being stored
 */
export function beforeStoring(
  adapter: Pick<DatabaseAdapter, Method | 'payload'>,
  before: (stored: StoredData) => Promise<Row> | Row,
): void {
  for (const method of Object.keys(STORES) as Method[]) {
    const stock = adapter[method] as (args: StoreArguments) => Promise<unknown>
    const storing = async (args: StoreArguments) => {
      const data = await before(storedData(adapter.payload.config, method, args))
      return stock.call(adapter, args.data ? { ...args, data } : { ...args, versionData: data })
    }
    Object.assign(adapter, { [method]: storing })
  }
}

function storedData(config: SanitizedConfig, method: Method, args: StoreArguments): StoredData {
  const { collection, collectionSlug, slug, global, globalSlug, parent, req } = args
  const name = (collection ?? collectionSlug ?? slug ?? global ?? globalSlug) as CollectionSlug
  const table = { name, kind: STORES[method], collection: name, global: name } as unknown as Table
  const data = args.data ?? args.versionData ?? {}
  const id = method === 'create' ? data.id : args.id
  return {
    fields: fieldsOf(config, table, name),
    data,
    isNew: method.startsWith('create'),
    name,
    id: textOf(id),
    parent: textOf(parent),
    req,
  }
}

function textOf(id: unknown): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}
