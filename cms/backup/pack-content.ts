import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { tablesOf, type Row, type Table } from '#cms/database/content.ts'
import type { Snapshot } from '#cms/database/snapshot.ts'
import { isUpload } from '#cms/uploads/public-use.ts'
import { fileNames, type StoredUpload } from '#cms/uploads/upload-collections.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { OddRows } from './odd-rows.ts'
import type { Progress } from './progress.ts'

/**
 * Puts all rows of a snapshot into an archive.
 * @param fileList a new file that takes the names of all uploads, COLLECTION/NAME a line: they may
 *   be too many for the memory
 * @throws OperatorError that names the rows which could not be restored
 */
export async function packRows(
  snapshot: Snapshot,
  archive: ArchiveWriter,
  { fileList, onProgress }: { fileList: string; onProgress: Progress },
): Promise<void> {
  const total = await countRows(snapshot)
  const odd = new OddRows(snapshot.portal.config)
  let done = 0
  await using list = await open(fileList, 'w')

  const read = async function* read(table: Table): AsyncGenerator<Row> {
    for await (const row of snapshot.content.read(table)) {
      odd.look(table, row)
      yield row
      for (const name of filesOf(table, row)) await list.write(`${table.name}/${name}\n`)
      onProgress('Nội dung', ++done, total)
    }
  }
  for (const table of tablesOf(snapshot.portal.config))
    await archive.addRows(table.name, read(table))
  odd.refuse()
}

/** How many rows a snapshot has. */
export async function countRows({ content, portal }: Pick<Snapshot, 'content' | 'portal'>) {
  const counts = await Promise.all(tablesOf(portal.config).map((table) => content.count(table)))
  return counts.reduce((sum, count) => sum + count, 0)
}

function filesOf(table: Table, row: Row): string[] {
  const isOfUploads = table.kind === 'collection' && isUpload(table.collection)
  return isOfUploads ? fileNames(row as Row & StoredUpload) : []
}

/** Puts the listed files into an archive, from a folder that keeps them. */
export async function packFiles(
  archive: ArchiveWriter,
  { fileList, folder, onProgress }: { fileList: string; folder: string; onProgress: Progress },
): Promise<void> {
  let total = 0
  for await (const _line of linesOf(fileList)) total += 1
  let done = 0
  for await (const line of linesOf(fileList)) {
    const [collection = '', name = ''] = line.split('/')
    await archive.addFile(collection, name, join(folder, collection, name))
    onProgress('Tệp tải lên', ++done, total)
  }
}

function linesOf(path: string) {
  return createInterface({ input: createReadStream(path), crlfDelay: Infinity })
}
