import { constants } from 'node:fs'
import { copyFile, link, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storageDir, UPLOAD_COLLECTIONS } from '#cms/uploads/upload-collections.ts'

/**
 * Gives all stored files a second name in a folder, so that they stay while a backup reads them,
 * whatever editors replace and delete meanwhile. May be called again for those that have come since.
 */
export async function linkFiles(folder: string): Promise<void> {
  for (const collection of UPLOAD_COLLECTIONS) {
    const storage = storageDir(collection)
    await mkdir(join(folder, collection), { recursive: true })
    const entries = await readdir(storage, { withFileTypes: true }).catch(noneYet)
    for (const entry of entries) {
      if (!entry.isFile()) continue
      await linkOrCopy(join(storage, entry.name), join(folder, collection, entry.name))
    }
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // There already, or deleted since the folder was listed.
    if (code === 'EEXIST' || code === 'ENOENT') return
    // A file system without hard links.
    if (!['EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK', 'ENOSYS'].includes(code)) throw error
    await copyFile(from, to, constants.COPYFILE_FICLONE)
  }
}

function noneYet(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
