import { createHash, type Hash } from 'node:crypto'
import { tablesOf, type Row, type Table } from '#cms/database/content.ts'
import type { Staging } from '#cms/database/staging.ts'
import { countRows } from './pack-content.ts'
import type { Progress } from './progress.ts'

/** How many rows a table has, and SHA-256 over their canonical lines in the order of ids. */
export interface TableDigest {
  readonly rows: number
  readonly sha256: string
}

/** Takes the digest of tables row by row. */
export class Digests {
  #tables = new Map<string, { rows: number; hash: Hash }>()

  add(table: string, row: Row): void {
    const entry = this.#tables.get(table) ?? { rows: 0, hash: createHash('sha256') }
    this.#tables.set(table, entry)
    entry.rows += 1
    entry.hash.update(`${JSON.stringify(row)}\n`)
  }

  /** The digest of a table; to be asked for once. */
  of(table: string): TableDigest {
    const { rows, hash } = this.#tables.get(table) ?? { rows: 0, hash: createHash('sha256') }
    return { rows, sha256: hash.digest('hex') }
  }
}

/** A table on both sides of a copy. */
export interface Comparison {
  readonly table: Table
  readonly source: TableDigest
  readonly target: TableDigest
}

export function isSame({ source, target }: Comparison): boolean {
  return source.rows === target.rows && source.sha256 === target.sha256
}

/** Reads all rows back and holds them against the digests of what was to be written. */
export async function compareContent(
  { content, portal }: Staging,
  source: Digests,
  onProgress: Progress,
): Promise<Comparison[]> {
  const total = await countRows({ content, portal })
  const target = new Digests()
  let done = 0
  const comparisons: Comparison[] = []
  for (const table of tablesOf(portal.config)) {
    for await (const row of content.read(table)) {
      target.add(table.name, row)
      onProgress('Đối chiếu', ++done, total)
    }
    comparisons.push({ table, source: source.of(table.name), target: target.of(table.name) })
  }
  return comparisons
}
