import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ArchiveManifest } from './archive-format.ts'
import { readArchive } from './archive-reader.ts'

/** What a whole archive holds. */
export interface VerifiedArchive {
  readonly manifest: ArchiveManifest
  /** Of all tables. */
  readonly rows: number
  /** Of all rows as text. */
  readonly rowBytes: number
  /** Of the archive itself. */
  readonly bytes: number
}

/**
 * Reads an archive from beginning to end and keeps nothing of it.
 * @param onProgress is told, many times, how many of the archive's bytes were read
 * @throws ArchiveError when it is not whole and unharmed; errors of the disk
 */
export async function verifyArchive(
  path: string,
  { onProgress }: { onProgress?: (bytesRead: number, totalBytes: number) => void } = {},
): Promise<VerifiedArchive> {
  const { size } = await stat(path)
  const input = createReadStream(path, { highWaterMark: 256 * 1024 })
  let rows = 0
  let rowBytes = 0
  for await (const entry of readArchive(input)) {
    onProgress?.(input.bytesRead, size)
    if (entry.kind === 'rows') {
      rows += entry.rows.length
      rowBytes += entry.size
    }
    if (entry.kind === 'file') {
      for await (const _block of entry.content) onProgress?.(input.bytesRead, size)
    }
    if (entry.kind === 'manifest') return { manifest: entry.manifest, rows, rowBytes, bytes: size }
  }
  throw new Error('The archive ended without a manifest.')
}
