import { createHash } from 'node:crypto'
import { BoundedReader } from '#cms/reading/bounded-reader.ts'
import { FileRefused } from '#cms/reading/file-refused.ts'
import { ReadingLimit, type Limit } from '#cms/reading/reading-limit.ts'
import { readBytes } from './read-bytes.ts'
import type { ImportedContent } from './read-content.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** One file, read and recognised. */
export interface ImportedFile extends ImportedContent {
  /** As it was given on the command line. */
  file: string
  /** Hash of the file's bytes: the same content is the same source, whatever its name. */
  hash: string
}

const MEGABYTE = 1024 * 1024
const SECONDS = 30
const reader = new BoundedReader({
  heap: 300 * MEGABYTE,
  memory: 500 * MEGABYTE,
  timeMs: SECONDS * 1_000,
})

/**
 * Reads a file and recognises what it holds, in a process of its own with limits of time and memory;
 * nothing is stored.
 * @throws UnreadableFile when the file cannot be read as text, HTML or Word
 */
export async function importFile(file: string): Promise<ImportedFile> {
  const data = await readBytes(file)
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 32)
  try {
    const wish = { job: 'import', question: { file }, data, patienceMs: PATIENCE_MS } as const
    return { ...(await reader.read(wish)), file, hash }
  } catch (error) {
    if (error instanceof FileRefused) throw new UnreadableFile(error.message)
    if (!(error instanceof ReadingLimit)) throw error
    throw new UnreadableFile(MESSAGES[error.limit], { cause: error })
  }
}

/** Files are read one after the other, so none waits longer than those before it may take. */
const PATIENCE_MS = 24 * 3_600_000

const SPLIT = 'Hãy tách thành nhiều tệp nhỏ hơn, hoặc lưu lại dạng văn bản (.txt), rồi nhập lại.'
const MESSAGES: Record<Limit, string> = {
  time: `Đọc tệp này mất quá ${SECONDS} giây nên đã dừng lại. ${SPLIT}`,
  memory: `Tệp này bung ra quá lớn, cần quá nhiều bộ nhớ nên đã dừng lại. ${SPLIT}`,
  output: `Tệp này có quá nhiều đoạn cho một bản nháp. ${SPLIT}`,
  turn: 'Có quá nhiều tệp đang chờ đọc. Hãy nhập lại với ít tệp hơn.',
  death: `Chưa đọc được tệp này: việc đọc đã dừng giữa chừng. ${SPLIT}`,
}
