import type { SanitizedConfig } from 'payload'
import { fieldsOf, tablesOf, type Row, type Table } from '#cms/database/content.ts'
import { isPublicRow } from '#cms/hooks/main-row.ts'
import { referencesOf } from '#cms/hooks/references.ts'
import { counterRows, redirectRows } from './counters.ts'
import { documentWithVersion } from './documents.ts'
import { globalRows } from './globals.ts'
import { newsWithVersions } from './news.ts'
import { commentRows, userRows } from './people.ts'
import type { WorldPlan } from './plan.ts'
import { categoryRows, topicRows } from './trees.ts'
import { uploads, type Upload } from './uploads.ts'

/** A row of a world, with the files that belong to it. */
export interface Made {
  readonly table: string
  readonly row: Row
  readonly files?: Upload['files']
}

/**
 * All rows of a made-up centre's portal, one after the other in the memory of one: content of many
 * years in Vietnamese, whose references all lead somewhere. The same plan gives the same rows.
 */
export async function* worldRows(plan: WorldPlan, config: SanitizedConfig): AsyncGenerator<Made> {
  const usages = new Usages(plan, config)
  for (const row of categoryRows(plan)) yield* usages.with('categories', row)
  for (const row of topicRows(plan)) yield* usages.with('topics', row)
  for (const row of globalRows(plan)) {
    yield* usages.with('globals', row)
  }
  yield* rowsOf('users', userRows(plan))
  for (let number = 0; number < plan.size.documents; number += 1) {
    const { document, version } = documentWithVersion(plan, number)
    yield* usages.with('documents', document)
    yield { table: 'documents.versions', row: version }
  }
  for (let number = 0; number < plan.size.news; number += 1) {
    const { news, versions } = newsWithVersions(plan, number)
    yield* usages.with('news', news)
    yield* rowsOf('news.versions', versions)
  }
  yield* rowsOf('comments', commentRows(plan))
  yield* rowsOf('visit-counts', counterRows(plan))
  yield* rowsOf('redirects', redirectRows(plan))
  // Last, when it is known which of them a public document shows.
  for (const table of ['media', 'files'] as const) {
    for await (const made of uploads(plan, table, (id) => usages.isShown(id)))
      yield { table, ...made }
  }
}

function* rowsOf(table: string, rows: Iterable<Row>): Generator<Made> {
  for (const row of rows) yield { table, row }
}

const ALWAYS_PUBLIC = new Set(['categories', 'topics', 'globals'])
const UPLOADS = new Set(['media', 'files'])

/** Makes the rows of "usages" that hooks/usages.ts would have made. */
class Usages {
  #plan: WorldPlan
  #config: SanitizedConfig
  #tables: Map<string, Table>
  #count = 0
  #shown = new Set<string>()

  constructor(plan: WorldPlan, config: SanitizedConfig) {
    this.#plan = plan
    this.#config = config
    this.#tables = new Map(tablesOf(config).map((table) => [table.name, table]))
  }

  /** Whether a public document refers to this upload. */
  isShown(id: string): boolean {
    return this.#shown.has(id)
  }

  /** A row, followed by what it refers to. */
  *with(name: string, row: Row): Generator<Made> {
    yield { table: name, row }
    const table = this.#tables.get(name)
    if (!table) throw new Error(`There is no table "${name}".`)
    const fromCollection = name === 'globals' ? row.id : name
    const isPublic = ALWAYS_PUBLIC.has(name) || isPublicRow(row)
    for (const { collection, id } of referencesOf(fieldsOf(this.#config, table, row.id), row)) {
      if (isPublic && UPLOADS.has(collection)) this.#shown.add(id)
      const usage = { fromCollection, fromId: row.id, toCollection: collection, toId: id, isPublic }
      yield { table: 'usages', row: { id: this.#plan.id('usages', this.#count++), ...usage } }
    }
  }
}
