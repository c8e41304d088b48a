import type { EntryName } from './entry-names.ts'

/** What may stand before an entry of each kind; `null` is the beginning. */
const BEFORE: Record<EntryName['kind'], readonly (EntryName['kind'] | null)[]> = {
  header: [null],
  rows: ['header', 'rows'],
  file: ['header', 'rows', 'file'],
  manifest: ['header', 'rows', 'file'],
}

/** Holds the order of entries: header, tables with their chunks without gaps, files, manifest. */
export class EntryOrder {
  #stage: EntryName['kind'] | null = null
  #table = ''
  #chunk = 0
  // Grows with the number of tables, not of rows.
  #tables = new Set<string>()

  get hasBegun(): boolean {
    return this.#stage !== null
  }

  /** Takes the next entry; `false` when it does not belong here. */
  accepts(entry: EntryName): boolean {
    if (!BEFORE[entry.kind].includes(this.#stage)) return false
    this.#stage = entry.kind
    return entry.kind === 'rows' ? this.#acceptsChunk(entry.table, entry.chunk) : true
  }

  #acceptsChunk(table: string, chunk: number): boolean {
    const isNext = table === this.#table ? chunk === this.#chunk + 1 : chunk === 1
    if (!isNext || (table !== this.#table && this.#tables.has(table))) return false
    this.#table = table
    this.#chunk = chunk
    this.#tables.add(table)
    return true
  }
}
