import { ArchiveError, damaged, shown } from './archive-error.ts'

export type Row = Readonly<Record<string, unknown>>

/** Of one chunk, in bytes; only a single row of that size can make one. */
export const LARGEST_CHUNK = 64 * 1024 * 1024

const FULL_CHUNK = 2 * 1024 * 1024

/** Some rows of a table, one JSON object a line. */
interface RowChunk {
  readonly bytes: Buffer
  readonly count: number
}

/**
 * Packs rows into chunks of about 2 MB; a table without rows is one empty chunk.
 * @throws ArchiveError for a row too large to be read again
 */
export async function* chunksOf(table: string, rows: AsyncIterable<Row>): AsyncGenerator<RowChunk> {
  let lines: Buffer[] = []
  let size = 0
  for await (const row of rows) {
    const line = Buffer.from(`${JSON.stringify(row)}\n`)
    if (line.length > LARGEST_CHUNK) throw rowTooLarge(table, row)
    if (size > 0 && size + line.length > FULL_CHUNK) {
      yield { bytes: Buffer.concat(lines, size), count: lines.length }
      lines = []
      size = 0
    }
    lines.push(line)
    size += line.length
  }
  yield { bytes: Buffer.concat(lines, size), count: lines.length }
}

/**
 * The rows of a chunk.
 * @throws ArchiveError when a line is not a JSON object
 */
export function rowsOf(bytes: Buffer, name: string): Row[] {
  const lines = bytes.toString('utf8').split('\n')
  if (lines.pop() !== '') throw damaged(name, 'dòng cuối bị đứt')
  return lines.map((line) => rowOf(line, name))
}

function rowTooLarge(table: string, { id }: Row): ArchiveError {
  return new ArchiveError(
    'archive_too_large',
    `Bảng ${shown(table)} có bản ghi (id ${shown(String(id))}) lớn hơn 64 MB, không đưa vào bản sao lưu được. ` +
      'Hãy rút ngắn nội dung của bản ghi đó rồi sao lưu lại.',
  )
}

function rowOf(line: string, name: string): Row {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (error) {
    throw damaged(name, 'có dòng không phải JSON', error)
  }
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Row
  throw damaged(name, 'có dòng không phải một đối tượng JSON')
}
