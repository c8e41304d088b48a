import { createHash } from 'node:crypto'
import type { FlattenedField } from 'payload'

type Row = Readonly<Record<string, unknown>>
type Fields = readonly FlattenedField[]

/**
 * Rows of lists keep their ids where the stored document has them in that very field; any other id
 * would be another document's row, or none at all. A row that is sent again under an id of the
 * sender's making gets the same new one each time, so that an editor's list stays one list through
 * all saves of its draft.
 * @param id of the document; without it rows begin anew
 * @param states gives what is stored, asked only where rows with ids were sent
 */
export async function keepOwnRows(
  fields: Fields,
  data: Row,
  id: string | undefined,
  states: () => Promise<readonly Row[]> | readonly Row[],
): Promise<Record<string, unknown>> {
  const sent = new Set<string>()
  walk(fields, data, '', (row, path) => {
    if (row.id !== undefined) sent.add(path)
    return row
  })
  if (sent.size === 0) return { ...data }
  const kept = new Set<string>()
  for (const state of await states()) {
    walk(fields, state, '', (row, path) => {
      kept.add(`${path}:${String(row.id)}`)
      return row
    })
  }
  const taken = new Set<string>()
  return walk(fields, data, '', (row, path) => {
    if (typeof row.id !== 'string' || row.id === '') return without(row)
    const own = kept.has(`${path}:${row.id}`) ? row.id : id && derived(id, path, row.id)
    const key = `${path}:${own}`
    if (!own || taken.has(key)) return without(row)
    taken.add(key)
    return { ...row, id: own }
  })
}

type Change = (row: Row, path: string) => Row

/** The same data with every row of every list changed; what is no list of rows stays as it is. */
function walk(fields: Fields, data: Row, path: string, change: Change): Record<string, unknown> {
  const result: Record<string, unknown> = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined) continue
    const here = `${path}/${field.name}`
    if (field.type === 'array') {
      result[field.name] = ofRows(value, change, () => [field.flattenedFields, here])
    } else if (field.type === 'blocks') {
      result[field.name] = ofRows(value, change, ({ blockType }) => {
        const block = field.blocks.find(({ slug }) => slug === blockType)
        return [block?.flattenedFields ?? [], `${here}/${String(blockType)}`]
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

/** In the form that Payload gives to rows: 24 hexadecimal digits. */
function derived(documentId: string, path: string, sentId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([documentId, path, sentId]))
    .digest('hex')
    .slice(0, 24)
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
