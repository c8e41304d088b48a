import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { openPortal } from '#cms/load-payload.ts'
import { tablesOf } from '#cms/database/content.ts'
import { loadKind } from '#cms/database/kind.ts'
import type { Staging } from '#cms/database/staging.ts'
import { OperatorError } from '#cms/operator-error.ts'
import type { Config } from '#shared/config.ts'
import { readArchive } from './archive-reader.ts'
import { compareContent, isSame, type Comparison } from './digest.ts'
import { OF_ROWS } from './file-staging.ts'
import { fillFrom } from './fill.ts'
import { rowName } from './odd-rows.ts'
import type { Progress } from './progress.ts'
import { inScratch } from './scratch.ts'
import type { VerifiedArchive } from './verify-archive.ts'

export interface Trial {
  readonly rows: number
  /** References to content that the archive itself lacks; a restore leaves them out. */
  readonly deadReferences: number
}

/**
 * Proves an archive that was read to its end: pours all its rows into an embedded database of their
 * own, whatever kind they come from, reads them back and compares. Files were checked by their hashes.
 * @throws OperatorError that names the first row which a restore would not bring back
 */
export async function tryRestore(
  config: Config,
  path: string,
  { rows, rowBytes, manifest }: VerifiedArchive,
  onProgress: Progress,
): Promise<Trial> {
  return inScratch(config, rowBytes * OF_ROWS, async (folder) => {
    const databaseUrl = `file:${join(folder, 'portal.db')}`
    const { openStaging } = await loadKind(databaseUrl)
    const staging = await openStaging({ ...config, databaseUrl }, openPortal)
    try {
      const expected = { rows, files: manifest.uploads.count }
      const { digests } = await fillFrom(open(path), staging, null, { expected, onProgress })
      const deadReferences = await staging.content.dropDeadReferences()
      const comparisons = await compareContent(staging, digests, onProgress)
      if (deadReferences === 0) await requireSame(path, staging, comparisons)
      else requireSameCounts(comparisons)
      return { rows, deadReferences }
    } finally {
      await staging.discard()
    }
  })
}

function open(path: string) {
  return createReadStream(path, { highWaterMark: 256 * 1024 })
}

async function requireSame(
  path: string,
  staging: Staging,
  comparisons: readonly Comparison[],
): Promise<void> {
  const [different] = comparisons.filter((one) => !isSame(one))
  if (!different) return
  throw changed(await firstDifference(path, staging, different.table.name))
}

function requireSameCounts(comparisons: readonly Comparison[]): void {
  const different = comparisons.find(({ source, target }) => source.rows !== target.rows)
  if (!different) return
  const { table, source, target } = different
  throw changed(`${table.name}: ${source.rows} bản ghi thành ${target.rows}`)
}

/** The first row of a table that reads back otherwise than the archive has it. */
async function firstDifference(
  path: string,
  { portal, content }: Staging,
  name: string,
): Promise<string> {
  const table = tablesOf(portal.config).find((one) => one.name === name)
  if (!table) throw new Error(`There is no table ${name}.`)
  const stored = content.read(table)[Symbol.asyncIterator]()
  let position = 0
  for await (const entry of readArchive(open(path))) {
    if (entry.kind === 'file' || entry.kind === 'manifest') break
    if (entry.kind !== 'rows' || entry.table !== name) continue
    for (const row of entry.rows) {
      position += 1
      const { value } = await stored.next()
      const found = { id: '', ...row }
      if (JSON.stringify(value) !== JSON.stringify(row))
        return `${name}, ${rowName(found, position)}`
    }
  }
  return name
}

function changed(what: string): OperatorError {
  return new OperatorError(
    `Thử khôi phục thì có bản ghi đọc lại khác với bản sao lưu: ${what}. Bản sao lưu này chưa dùng ` +
      'được. Hãy xem lại bản ghi đó (npm run cms -- check-data), kiểm tra ổ đĩa và bộ nhớ của máy, ' +
      'rồi sao lưu lại.',
  )
}
