import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OperatorError } from '#cms/operator-error.ts'
import { pathInside } from '#cms/uploads/folder-path.ts'

/** Room that is left on a disk, for the database and its log. */
const RESERVE = 128 * 1024 * 1024

/** Uploads that wait beside the present ones until they take their place. */
export interface FileStaging {
  add(collection: string, name: string, content: Readable): Promise<void>
}

/** Makes an empty staging. */
export async function openFileStaging(filesDir: string): Promise<FileStaging> {
  const { staged } = placesOf(filesDir)
  await discardFiles(filesDir)
  // Also where no file comes: then there are no uploads.
  await mkdir(staged, { recursive: true })
  const made = new Set<string>()
  return {
    async add(collection, name, content) {
      const folder = pathInside(staged, collection)
      if (!made.has(folder)) await mkdir(folder, { recursive: true })
      made.add(folder)
      await pipeline(content, createWriteStream(pathInside(folder, name), { flags: 'wx' }))
    },
  }
}

/**
 * Staged uploads become the uploads; the old ones stay beside them, and public copies of them go,
 * to be made anew by the cms. May be repeated after a crash.
 */
export async function filesTakePlace(filesDir: string): Promise<void> {
  const { staged, live, previous, published } = placesOf(filesDir)
  if (!existsSync(staged)) return
  if (existsSync(live)) {
    await rm(previous, { recursive: true, force: true })
    await rename(live, previous)
  }
  await rm(published, { recursive: true, force: true })
  await rename(staged, live)
}

export async function discardFiles(filesDir: string): Promise<void> {
  await rm(placesOf(filesDir).staged, { recursive: true, force: true })
}

/** @throws OperatorError where a disk has no room for so many bytes */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { bavail, blocks, bsize } = await statfs(folder)
  // Some network file systems do not tell.
  if (blocks === 0 || bavail * bsize >= bytes + RESERVE) return
  const megabytes = (count: number) =>
    `${Math.ceil(count / 1024 / 1024).toLocaleString('vi-VN')} MB`
  throw new OperatorError(
    `Ổ đĩa của ${folder} không đủ chỗ: cần ${megabytes(bytes + RESERVE)}, còn ` +
      `${megabytes(bavail * bsize)}. Chưa thay đổi gì. Hãy dọn ổ đĩa rồi chạy lại.`,
  )
}

function placesOf(filesDir: string) {
  return {
    live: resolve(filesDir, 'uploads'),
    staged: resolve(filesDir, 'uploads.restoring'),
    previous: resolve(filesDir, 'uploads.before-restore'),
    published: resolve(filesDir, 'public-files'),
  }
}
