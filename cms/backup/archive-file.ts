import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { lstat, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { ArchiveError, shown } from './archive-error.ts'
import type { ArchiveManifest, ArchiveOrigin } from './archive-format.ts'
import { ArchiveWriter } from './archive-writer.ts'

/**
 * Writes an archive to a new file that its owner alone may read: it holds password hashes. The
 * file gets its name when it is whole and on the disk; a failure leaves nothing behind.
 * @param fill adds the content; beginning and finishing the archive is done here
 * @throws ArchiveError when there is such a file already; errors of the disk and of `fill`
 */
export async function createArchiveFile(
  path: string,
  origin: ArchiveOrigin,
  fill: (writer: ArchiveWriter) => Promise<void>,
): Promise<ArchiveManifest> {
  await refuseExisting(path)
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const manifest = await writeDraft(draft, origin, fill)
    // It took long enough for another backup to come first.
    await refuseExisting(path)
    await rename(draft, path)
    return manifest
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function refuseExisting(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (!found) return
  throw new ArchiveError(
    'archive_exists',
    `Đã có tệp ${shown(path)}, bản sao lưu không ghi đè lên. ` +
      'Hãy chọn tên khác, hoặc chuyển tệp cũ đi nơi khác.',
  )
}

async function writeDraft(
  draft: string,
  origin: ArchiveOrigin,
  fill: (writer: ArchiveWriter) => Promise<void>,
): Promise<ArchiveManifest> {
  // Flushed to the disk before it is closed.
  const output = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
  const writer = await ArchiveWriter.begin(output, origin)
  try {
    await fill(writer)
    const manifest = await writer.finish()
    await finished(output)
    return manifest
  } catch (error) {
    throw await writer.abort(error)
  }
}
