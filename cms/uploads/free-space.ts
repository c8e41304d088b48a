import { mkdir, statfs } from 'node:fs/promises'
import { UploadError } from './upload-error.ts'

/** Room that must be left for the database and its log. */
const RESERVE = 64 * 1024 * 1024

/** Sizes of a picture and the public copy, as multiples of the file. */
const COPIES = 3

/**
 * Refuses an upload before anything is written, while a half-full disk can still be mended.
 * @throws UploadError where the disk has no room for a file of this size
 */
export async function requireFreeSpace(folder: string, size: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { bavail, blocks, bsize } = await statfs(folder)
  // Some network file systems do not tell.
  if (blocks === 0 || bavail * bsize >= size * COPIES + RESERVE) return
  throw diskFull()
}

export function diskFull(): UploadError {
  return new UploadError(
    'disk_full',
    'Máy chủ đã hết chỗ lưu tệp nên chưa lưu được gì. Hãy báo người quản trị máy chủ dọn ổ đĩa rồi tải lại.',
  )
}
