import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { OperatorError } from '#cms/operator-error.ts'
import { tablesOf, type Filling, type Row, type Table } from '#cms/database/content.ts'
import { migrationNames } from '#cms/database/migration-status.ts'
import type { Staging } from '#cms/database/staging.ts'
import type { ArchiveHeader, ArchiveManifest } from './archive-format.ts'
import { readArchive } from './archive-reader.ts'
import { Digests } from './digest.ts'
import { rowName } from './odd-rows.ts'
import { refusalOf } from './refusal.ts'
import { isDiskFull } from './explain-disk.ts'
import type { FileStaging } from './file-staging.ts'
import type { Progress } from './progress.ts'

/** Rows that one transaction takes. */
const BATCH = 250

export interface Filled {
  readonly manifest: ArchiveManifest
  /** What was read from the archive. */
  readonly digests: Digests
}

/**
 * Pours an archive into a staging; all of it was checked when this resolves.
 * @param files where uploads go; `null` leaves them out
 * @param expected how much the archive holds, for the progress
 * @throws ArchiveError or OperatorError with what is wrong; then the staging is to be discarded
 */
export async function fillFrom(
  input: Readable,
  { portal, content }: Staging,
  files: FileStaging | null,
  { expected, onProgress }: { expected: { rows: number; files: number }; onProgress: Progress },
): Promise<Filled> {
  const tables = new Map(tablesOf(portal.config).map((table) => [table.name, table]))
  const digests = new Digests()
  const written = new Map<string, number>()
  let rowsDone = 0
  let filesDone = 0

  for await (const entry of readArchive(input)) {
    switch (entry.kind) {
      case 'header':
        requireKnown(entry.header)
        break
      case 'rows': {
        const table = tables.get(entry.table)
        if (!table) throw strange(entry.table)
        await writeRows(table, entry.rows as Row[])
        break
      }
      case 'file':
        if (files) await files.add(entry.collection, entry.name, entry.content)
        else await finished(entry.content.resume())
        onProgress('Tệp tải lên', ++filesDone, expected.files)
        break
      case 'manifest':
        return { manifest: entry.manifest, digests }
    }
  }
  throw new Error('The archive ended without a manifest.')

  async function writeRows(table: Table, rows: Row[]): Promise<void> {
    const before = written.get(table.name) ?? 0
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH)
      await content.write(table, batch).catch(async (error: unknown) => {
        if (isDiskFull(error)) throw error
        await requireEach(content, table, batch, before + start)
        throw error
      })
      for (const row of batch) digests.add(table.name, row)
      written.set(table.name, before + start + batch.length)
      rowsDone += batch.length
      onProgress('Nội dung', rowsDone, expected.rows)
    }
  }
}

/**
 * The migrations of both kinds of database go by the same names, so an archive of one says which
 * version of the portal the other must have.
 * @throws OperatorError where a newer version has made the archive
 */
export function requireKnown({ migrations, portal }: ArchiveHeader): void {
  const known = new Set(['file:', 'mongodb:'].flatMap((url) => migrationNames(url)))
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new OperatorError(
    `Bản sao lưu do một phiên bản mới hơn của cổng thông tin tạo ra (${portal}; ${unknown.join(', ')}). ` +
      'Chưa thay đổi gì. Hãy cập nhật cổng thông tin rồi khôi phục lại.',
  )
}

/**
 * Writes rows that were refused together one by one, to find the one.
 * @throws OperatorError that names it and says what is wrong with it
 */
async function requireEach(
  content: Filling,
  table: Table,
  rows: readonly Row[],
  before: number,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    try {
      await content.write(table, [row])
    } catch (error) {
      throw isDiskFull(error) ? error : unfit(table.name, rowName(row, before + index + 1), error)
    }
  }
}

function unfit(table: string, row: string, cause: unknown): OperatorError {
  return new OperatorError(
    `Phần “${table}” của bản sao lưu có bản ghi không hợp với phiên bản này của cổng thông tin: ` +
      `${row}: ${refusalOf(cause)}. Chưa thay đổi gì. Hãy dùng một bản sao lưu khác; nếu cơ sở dữ liệu gốc ` +
      'còn dùng được, hãy sửa bản ghi đó ở đấy (npm run cms -- check-data) rồi sao lưu lại.',
    { cause },
  )
}

function strange(table: string): OperatorError {
  return new OperatorError(
    `Bản sao lưu có phần “${table}” mà phiên bản này không biết. Chưa thay đổi gì. Hãy khôi phục ` +
      'bằng đúng phiên bản đã tạo ra bản sao lưu.',
  )
}
