import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type {
  CollectionSlug,
  FlattenedField,
  GlobalSlug,
  PaginatedDocs,
  SanitizedConfig,
  SelectType,
} from 'payload'
import { fieldsOf, type Table } from '../content.ts'
import { PAGED } from '../page.ts'
import { fillEmptyValues } from './empty-values.ts'

/** What each method gives: one row, a list of them, or a page. */
const GIVES = {
  create: 'collection',
  deleteOne: 'collection',
  find: 'collection',
  findOne: 'collection',
  queryDrafts: 'collection',
  updateJobs: 'collection',
  updateMany: 'collection',
  updateOne: 'collection',
  createVersion: 'versions',
  findVersions: 'versions',
  updateVersion: 'versions',
  createGlobal: 'globals',
  findGlobal: 'globals',
  updateGlobal: 'globals',
  createGlobalVersion: 'global-versions',
  findGlobalVersions: 'global-versions',
  updateGlobalVersion: 'global-versions',
} as const satisfies Partial<Record<keyof MongooseAdapter, Table['kind']>>

type Method = keyof typeof GIVES
type Row = Record<string, unknown>

/** Who is asked for, under the names that the methods have for it. */
interface Arguments {
  readonly collection?: string
  readonly collectionSlug?: string
  readonly slug?: string
  readonly global?: string
  readonly globalSlug?: string
  readonly select?: SelectType
}

/**
 * Lets what was never stored read as on SQLite (empty-values.ts), so that hooks, pages and answers
 * of the API find the same in both databases. MongoDB alone gives what it has and no more.
 */
export function readEmptyValues(adapter: MongooseAdapter): void {
  const known = new Map<string, FlattenedField[]>()

  for (const method of Object.keys(GIVES) as Method[]) {
    const stock = adapter[method] as (args: Arguments) => Promise<unknown>
    const reading = async (args: Arguments) => {
      const result = await stock.call(adapter, args)
      const fields = fieldsFor(method, args)
      const select = method === 'queryDrafts' ? withinVersion(args.select) : args.select
      for (const row of rowsOf(method, result)) {
        fillEmptyValues(fields, row, select)
        if (GIVES[method] === 'versions') markOlder(fields, row)
      }
      return result
    }
    Object.assign(adapter, { [method]: reading })
  }

  function fieldsFor(method: Method, args: Arguments): FlattenedField[] {
    const kind = GIVES[method]
    const { collection, collectionSlug, slug, global, globalSlug } = args
    const named = collection ?? collectionSlug ?? slug ?? global ?? globalSlug
    const name = named ?? (method === 'updateJobs' ? 'payload-jobs' : '')
    const key = `${kind} ${name}`
    const fields = known.get(key) ?? fieldsNamed(adapter.payload.config, kind, name)
    known.set(key, fields)
    return fields
  }
}

function fieldsNamed(config: SanitizedConfig, kind: Table['kind'], name: string) {
  const collection = name as CollectionSlug
  const global = name as GlobalSlug
  return fieldsOf(config, { name, kind, collection, global }, name)
}

function rowsOf(method: Method, result: unknown): Row[] {
  if (result === null || result === undefined) return []
  const isPage = (PAGED as readonly Method[]).includes(method)
  return isPage ? (result as PaginatedDocs<Row>).docs : ([result].flat() as Row[])
}

function withinVersion(select: SelectType | undefined): SelectType | undefined {
  const within = select?.version
  return typeof within === 'object' ? within : undefined
}

/** What was the latest version once has no mark at all here. */
function markOlder(fields: readonly FlattenedField[], version: Row): void {
  if (version.latest === null && fields.some(({ name }) => name === 'latest'))
    version.latest = false
}
