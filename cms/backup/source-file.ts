import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { ArchiveError, shown } from './archive-error.ts'

export const BLOCK = 128 * 1024

export type FileContent = Iterable<Buffer> | AsyncIterable<Buffer>

/** A file that is about to go into an archive, and what it must still be when it does. */
export interface SourceFile {
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  /** @throws ArchiveError when the file is no longer the one that was measured */
  readonly content: FileContent
}

/** Opens a file to read; `null` when there is none. */
export async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Reads a file once, for its size and hash. Its content is read again when it is asked for.
 * @param scratch memory for the reading
 */
export async function measureFile(
  handle: FileHandle,
  path: string,
  scratch: Buffer,
): Promise<SourceFile> {
  const hash = createHash('sha256')
  let size = 0
  let whole: Buffer | null = null
  for await (const block of blocksOf(handle, () => scratch)) {
    hash.update(block)
    size += block.length
    // A small file is whole in its first block: no second reading.
    if (size < scratch.length) whole = Buffer.from(block)
  }
  const sha256 = hash.digest('hex')
  return { size, sha256, content: whole ? [whole] : sameAgain(handle, path, sha256) }
}

async function* sameAgain(
  handle: FileHandle,
  path: string,
  sha256: string,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  // Each block is new memory: the archive still holds the one before.
  for await (const block of blocksOf(handle, () => Buffer.allocUnsafe(BLOCK))) {
    hash.update(block)
    yield block
  }
  if (hash.digest('hex') !== sha256) throw changed(path)
}

async function* blocksOf(handle: FileHandle, memory: () => Buffer): AsyncGenerator<Buffer> {
  let position = 0
  let isOver = false
  while (!isOver) {
    const block = memory()
    const { bytesRead } = await handle.read(block, 0, block.length, position)
    if (bytesRead > 0) yield block.subarray(0, bytesRead)
    // A regular file gives less than was asked for at its end alone.
    isOver = bytesRead < block.length
    position += bytesRead
  }
}

function changed(path: string): ArchiveError {
  return new ArchiveError(
    'source_changed',
    `Tệp ${shown(path)} thay đổi trong lúc đang sao lưu, nên bản sao lưu bị hủy. ` +
      'Hãy đợi việc tải tệp lên kết thúc rồi sao lưu lại.',
  )
}
