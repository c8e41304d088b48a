import type { SanitizedConfig } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { fieldsOf, type Content, type Row, type Table } from '#cms/database/content.ts'
import { mappedRow } from '#cms/database/mapped-row.ts'
import { hasOddId } from './row-problem.ts'

/** New ids for rows whose own is none, and all that refers to them. */
export class NewIds {
  #config: SanitizedConfig
  /** By table, then by the old id as text. */
  #ids = new Map<string, Map<string, string>>()
  count = 0

  constructor(config: SanitizedConfig) {
    this.#config = config
  }

  /** Gives a row a new id, where it needs one. */
  look(table: Table, row: Row): void {
    if (!hasOddId(table, row)) return
    const ids = this.#ids.get(table.name) ?? new Map<string, string>()
    this.#ids.set(table.name, ids)
    // On MongoDB it may be anything.
    const id: unknown = row.id
    ids.set(String(id), uuidv7())
    this.count += 1
  }

  /** The rows of a table with their new ids, in the order of these. */
  async *read(content: Content, table: Table): AsyncGenerator<Row> {
    const renamed: Row[] = []
    if (this.#ids.has(table.name)) {
      for await (const row of content.read(table)) {
        if (hasOddId(table, row)) renamed.push(this.#mended(table, row))
      }
      renamed.sort((a, b) => (a.id < b.id ? -1 : 1))
    }
    for await (const row of content.read(table)) {
      if (hasOddId(table, row)) continue
      while (renamed[0] && renamed[0].id < row.id) yield renamed.shift() as Row
      yield this.#mended(table, row)
    }
    yield* renamed
  }

  #mended(table: Table, row: Row): Row {
    const id = this.#newId(table.name, row.id) ?? row.id
    const fields = fieldsOf(this.#config, table, row.id)
    const mended = mappedRow(fields, row, (field, value) => {
      switch (field.type) {
        case 'relationship':
        case 'upload': {
          const { relationTo } = field
          if (typeof relationTo !== 'string') return this.#inJson(value)
          const one = (old: unknown) => this.#newId(relationTo, old) ?? old
          return Array.isArray(value) ? value.map(one) : one(value)
        }
        case 'richText':
          return this.#inJson(value)
        default:
          return value
      }
    })
    return this.#ofUsage(table, { ...mended, id })
  }

  #newId(table: string, id: unknown): string | undefined {
    return this.#ids.get(table)?.get(String(id))
  }

  /** `{ relationTo, value }` at any depth. */
  #inJson(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#inJson(one))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, one]) => [key, this.#inJson(one)] as const)
    const copy: Record<string, unknown> = Object.fromEntries(entries)
    const id = typeof copy.relationTo === 'string' && this.#newId(copy.relationTo, copy.value)
    return id ? { ...copy, value: id } : copy
  }

  /** Who uses what is kept as text (collections/usages.ts). */
  #ofUsage({ name }: Table, row: Row): Row {
    if (name !== 'usages') return row
    const { fromCollection, fromId, toCollection, toId } = row
    return {
      ...row,
      fromId: this.#newId(String(fromCollection), fromId) ?? fromId,
      toId: this.#newId(String(toCollection), toId) ?? toId,
    }
  }
}
