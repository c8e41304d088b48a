import { createHash } from 'node:crypto'

/** What the entries before the manifest amount to. */
export interface ArchiveTotals {
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>
  readonly uploads: { readonly count: number; readonly bytes: number }
  /** SHA-256 over `name NUL size NUL sha256 LF` of each entry in turn, in hexadecimal. */
  readonly digest: string
}

/** Counts the entries of an archive, the same way on both sides. */
export class ArchiveTally {
  #tables = new Map<string, number>()
  #uploads = { count: 0, bytes: 0 }
  #digest = createHash('sha256')

  addEntry(name: string, size: number, sha256: string): void {
    this.#digest.update(`${name}\0${size}\0${sha256}\n`)
  }

  addRows(table: string, count: number): void {
    this.#tables.set(table, (this.#tables.get(table) ?? 0) + count)
  }

  addFile(bytes: number): void {
    this.#uploads = { count: this.#uploads.count + 1, bytes: this.#uploads.bytes + bytes }
  }

  totals(): ArchiveTotals {
    return {
      tables: Object.fromEntries(this.#tables),
      uploads: this.#uploads,
      digest: this.#digest.copy().digest('hex'),
    }
  }
}
