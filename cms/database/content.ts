import { buildVersionCollectionFields, buildVersionGlobalFields } from 'payload'
import type { CollectionSlug, FlattenedField, GlobalSlug, SanitizedConfig } from 'payload'

/**
 * A set of rows that belong together, whatever the database calls it: a collection, the versions of
 * one, the globals (one row each, its slug as id), the versions of a global.
 */
export type Table = { readonly name: string } & (
  | { readonly kind: 'collection'; readonly collection: CollectionSlug }
  | { readonly kind: 'versions'; readonly collection: CollectionSlug }
  | { readonly kind: 'globals' }
  | { readonly kind: 'global-versions'; readonly global: GlobalSlug }
)

/** A row in its canonical form (canonical-row.ts): the same text from every database. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** All rows of a database, past hooks, access and versions of the schema. */
export interface Content {
  count(table: Table): Promise<number>
  /** In the order of ids. */
  read(table: Table): AsyncIterable<Row>
}

/** Content that is being filled, by one command alone, in whatever order rows come. */
export interface Filling extends Content {
  /** Adds rows that are not there yet, all of them or none. */
  write(table: Table, rows: readonly Row[]): Promise<void>
  /**
   * After the last row: takes out references to rows that never came, as the database itself would
   * have done when those were deleted.
   * @returns how many
   */
  dropDeadReferences(): Promise<number>
}

/**
 * What a database keeps for a short while or for itself alone, and no copy carries: traces of
 * visitors (the published method promises to forget them within 48 hours), who has which document
 * open, caches, and the migrations of this very database.
 */
const LEFT_OUT = new Set([
  'visit-traces',
  'payload-locked-documents',
  'payload-kv',
  'payload-migrations',
])

/** Every table of the portal, in the order of archives. */
export function tablesOf({ collections, globals }: SanitizedConfig): Table[] {
  const kept = collections.filter(({ slug }) => !LEFT_OUT.has(slug))
  return [
    ...kept.flatMap(({ slug, versions }): Table[] => [
      { name: slug, kind: 'collection', collection: slug },
      ...(versions
        ? [{ name: `${slug}.versions`, kind: 'versions', collection: slug } as const]
        : []),
    ]),
    { name: 'globals', kind: 'globals' },
    ...globals
      .filter(({ versions }) => versions)
      .map(({ slug }): Table => ({
        name: `global-${slug}.versions`,
        kind: 'global-versions',
        global: slug,
      })),
  ]
}

/** The fields of a table's rows; those of a global where its slug is given. */
export function fieldsOf(config: SanitizedConfig, table: Table, global?: string): FlattenedField[] {
  switch (table.kind) {
    case 'collection':
      return collectionOf(config, table.collection).flattenedFields
    case 'versions':
      return built(config, table, () =>
        buildVersionCollectionFields(config, collectionOf(config, table.collection), true),
      )
    case 'globals':
      return globalOf(config, global).flattenedFields
    case 'global-versions':
      return built(config, table, () =>
        buildVersionGlobalFields(config, globalOf(config, table.global), true),
      )
  }
}

const builtFields = new WeakMap<SanitizedConfig, Map<string, FlattenedField[]>>()

/** Fields that Payload makes anew whenever it is asked: once a table, not once a row. */
function built(
  config: SanitizedConfig,
  { name }: Table,
  build: () => FlattenedField[],
): FlattenedField[] {
  const known = builtFields.get(config) ?? new Map<string, FlattenedField[]>()
  builtFields.set(config, known)
  const fields = known.get(name) ?? build()
  known.set(name, fields)
  return fields
}

function collectionOf(config: SanitizedConfig, slug: string) {
  const found = config.collections.find((collection) => collection.slug === slug)
  if (!found) throw new Error(`There is no collection "${slug}".`)
  return found
}

function globalOf(config: SanitizedConfig, slug: string | undefined) {
  const found = config.globals.find((global) => global.slug === slug)
  if (!found) throw new Error(`There is no global "${slug}".`)
  return found
}
