import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { count } from '@payloadcms/db-sqlite/drizzle'
import type { SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { Payload, Where } from 'payload'
import { readRow } from '../canonical-row.ts'
import { fieldsOf, type Content, type Table } from '../content.ts'

/** Rows read at once: enough to spread the cost of a query, few enough to stay small. */
const BATCH = 100

type Paged = Exclude<Table, { kind: 'globals' }>
type Stored = { readonly id: string } & Record<string, unknown>

/** All rows of an embedded database. */
export function sqliteContent(portal: Payload): Content {
  const adapter = portal.db as unknown as SQLiteAdapter
  const { config } = portal

  return {
    async count(table) {
      if (table.kind === 'globals') return (await storedGlobals(portal)).length
      const rows = adapter.tables[tableName(adapter, table)] as SQLiteTable
      const [found] = await adapter.drizzle.select({ total: count() }).from(rows)
      return found?.total ?? 0
    },

    async *read(table) {
      if (table.kind === 'globals') {
        for (const { slug, row } of await storedGlobals(portal)) {
          yield readRow(table, fieldsOf(config, table, slug), slug, row)
        }
        return
      }
      const fields = fieldsOf(config, table)
      for (let last = ''; ;) {
        const docs = await readAfter(portal, table, last)
        for (const doc of docs) yield readRow(table, fields, doc.id, doc)
        const end = docs.at(-1)
        if (!end || docs.length < BATCH) return
        last = end.id
      }
    },
  }
}

async function readAfter(portal: Payload, table: Paged, last: string): Promise<Stored[]> {
  const where: Where = last ? { id: { greater_than: last } } : {}
  const page = { where, sort: 'id', limit: BATCH, pagination: false }
  const { db } = portal
  if (table.kind === 'collection') {
    return (await db.find<Stored>({ collection: table.collection, ...page })).docs
  }
  const { docs } =
    table.kind === 'versions'
      ? await db.findVersions({ collection: table.collection, ...page })
      : await db.findGlobalVersions({ global: table.global, ...page })
  return docs
}

async function storedGlobals({ config, db }: Payload) {
  const found = await Promise.all(
    config.globals.map(async ({ slug }) => ({ slug, row: await db.findGlobal({ slug }) })),
  )
  return found
    .flatMap(({ slug, row }) => (row && 'id' in row ? [{ slug, row: row as Stored }] : []))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

/** What the database calls a table; that of one global where its slug is given. */
export function tableName(adapter: SQLiteAdapter, table: Table, global = ''): string {
  const slug =
    table.kind === 'globals'
      ? global
      : table.kind === 'global-versions'
        ? table.global
        : table.collection
  const stem = slug.replaceAll('-', '_')
  const isVersions = table.kind === 'versions' || table.kind === 'global-versions'
  const name = adapter.tableNameMap.get(isVersions ? `_${stem}${adapter.versionsSuffix}` : stem)
  if (!name) throw new Error(`The adapter has no table for ${table.name}.`)
  return name
}
