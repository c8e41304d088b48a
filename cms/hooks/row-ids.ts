import { createHash } from 'node:crypto'
import type { FlattenedField } from 'payload'

type Row = Readonly<Record<string, unknown>>
type Fields = readonly FlattenedField[]

/** What is known of the document whose rows were sent; asked only where rows have ids. */
export interface RowOwner {
  /** Without it, of a new document, all rows begin anew. */
  readonly id?: string
  states(): Promise<readonly Row[]> | readonly Row[]
}

export interface OwnRows {
  readonly data: Record<string, unknown>
  /** Under which id the sender knows a row that begins anew, by its own. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Rows of lists keep their ids where the stored document has them in that very field; any other id
 * would be another document's row, or none at all. Such a row gets one of its own, the same each time
 * it is sent, so that an editor's list stays one list through all saves of its draft.
 */
export async function keepOwnRows(fields: Fields, data: Row, owner: RowOwner): Promise<OwnRows> {
  const renamed = new Map<string, string>()
  if (idsOf(fields, data).size === 0) return { data: { ...data }, renamed }
  const kept = new Set((await owner.states()).flatMap((state) => [...idsOf(fields, state)]))
  const taken = new Set<string>()
  const own = walk(fields, data, '', (row, list) => {
    if (typeof row.id !== 'string' || row.id === '' || owner.id === undefined) return without(row)
    const id = kept.has(keyOf(list, row.id)) ? row.id : derived(owner.id, list, row.id)
    // A second row of the same id is another one.
    if (taken.has(keyOf(list, id))) return without(row)
    taken.add(keyOf(list, id))
    if (id !== row.id) renamed.set(id, row.id)
    return { ...row, id }
  })
  return { data: own, renamed }
}

/** A document as its sender knows it: rows under the ids that were sent. */
export function withSentIds(
  fields: Fields,
  document: Row,
  renamed: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return walk(fields, document, '', (row) => {
    const sent = typeof row.id === 'string' ? renamed.get(row.id) : undefined
    return sent === undefined ? row : { ...row, id: sent }
  })
}

/** The ids of all rows, each with its list. */
function idsOf(fields: Fields, data: Row): Set<string> {
  const found = new Set<string>()
  walk(fields, data, '', (row, list) => {
    if (row.id !== undefined) found.add(keyOf(list, String(row.id)))
    return row
  })
  return found
}

const keyOf = (list: string, id: string): string => `${list}:${id}`

/** In the form that Payload gives to rows: 24 hexadecimal digits. */
function derived(documentId: string, list: string, sentId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([documentId, list, sentId]))
    .digest('hex')
    .slice(0, 24)
}

type Change = (row: Row, list: string) => Row

/** The same data with every row of every list changed; what is no list of rows stays as it is. */
function walk(fields: Fields, data: Row, path: string, change: Change): Record<string, unknown> {
  const result: Record<string, unknown> = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined) continue
    const here = path ? `${path}.${field.name}` : field.name
    if (field.type === 'array') {
      result[field.name] = ofRows(value, change, () => [field.flattenedFields, here])
    } else if (field.type === 'blocks') {
      result[field.name] = ofRows(value, change, ({ blockType }) => {
        const block = field.blocks.find(({ slug }) => slug === blockType)
        return [block?.flattenedFields ?? [], `${here}.${String(blockType)}`]
      })
    } else if ((field.type === 'group' || field.type === 'tab') && isRow(value)) {
      result[field.name] = walk(field.flattenedFields, value, here, change)
    }
  }
  return result
}

function ofRows(value: unknown, change: Change, placeOf: (row: Row) => [Fields, string]): unknown {
  if (!Array.isArray(value)) return value
  return value.map((row: unknown) => {
    if (!isRow(row)) return row
    const [fields, path] = placeOf(row)
    return change(walk(fields, row, path, change), path)
  })
}

/** Payload makes a new id where there is none. */
function without(row: Row): Row {
  const { id: _id, ...rest } = row
  return rest
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
