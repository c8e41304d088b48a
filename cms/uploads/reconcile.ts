import { access, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload, Where } from 'payload'
import { readConfig } from '#shared/config.ts'
import { isDocumentId, pathInside } from './folder-path.ts'
import { KEPT } from './kept-files.ts'
import { syncPublicFiles } from './public-files.ts'
import {
  fileNames,
  publicDir,
  storageDir,
  UPLOAD_COLLECTIONS,
  type StoredUpload,
  type UploadCollection,
} from './upload-collections.ts'

/**
 * Mends what a crash between a save and its files has left: files that a save had set aside come
 * back, what is public lies in the public folder, what is not does not. May run at any time.
 * @returns how many uploads had to be mended
 */
export async function reconcilePublicFiles(payload: Payload): Promise<number> {
  const known = new Set<string>()
  let mended = 0
  for (const collection of UPLOAD_COLLECTIONS) {
    await bringBackKept(payload, collection)
    for (const upload of await publicUploads(payload, collection)) {
      known.add(upload.id)
      if (!isDocumentId(upload.id)) continue
      if (await isComplete(upload)) continue
      await syncPublicFiles(payload, collection, upload.id)
      mended += 1
    }
  }
  const { publicFilesDir } = readConfig()
  for (const id of await namesIn(publicFilesDir)) {
    const isOwn = isDocumentId(id)
    if (isOwn && (known.has(id) || (await isPublicNow(payload, id)))) continue
    await rm(pathInside(publicFilesDir, id), { recursive: true, force: true })
    mended += 1
  }
  return mended
}

/** At the start of the cms; what cannot be mended does not keep it from starting. */
export async function mendPublicFiles(payload: Payload): Promise<void> {
  try {
    const mended = await reconcilePublicFiles(payload)
    if (mended > 0) payload.logger.warn({ code: 'files_mended', mended })
  } catch (err) {
    payload.logger.error({ err, code: 'files_not_mended' })
  }
}

async function publicUploads(
  payload: Payload,
  collection: UploadCollection,
): Promise<StoredUpload[]> {
  const { docs } = await payload.db.find<StoredUpload>({
    collection,
    where: { isPublic: { equals: true } },
    pagination: false,
    limit: 0,
    select: { filename: true, sizes: true, isPublic: true },
  })
  return docs
}

/** A save may have made it public since the list was read. */
async function isPublicNow(payload: Payload, id: string): Promise<boolean> {
  for (const collection of UPLOAD_COLLECTIONS) {
    const where: Where = { and: [{ id: { equals: id } }, { isPublic: { equals: true } }] }
    if (await payload.db.findOne({ collection, where })) return true
  }
  return false
}

async function isComplete(upload: StoredUpload): Promise<boolean> {
  const present = await namesIn(publicDir(upload.id))
  const wanted = fileNames(upload)
  return present.length === wanted.length && wanted.every((name) => present.includes(name))
}

/** A save that never ended: its row is the old one, so its files are the old ones. */
async function bringBackKept(payload: Payload, collection: UploadCollection): Promise<void> {
  const storage = storageDir(collection)
  for (const folder of await namesIn(join(storage, KEPT))) {
    for (const name of await namesIn(join(storage, KEPT, folder))) {
      const isThere = await access(join(storage, name)).then(
        () => true,
        () => false,
      )
      if (isThere || !(await isNamed(payload, collection, name))) continue
      await rename(join(storage, KEPT, folder, name), join(storage, name))
    }
    await rm(join(storage, KEPT, folder), { recursive: true, force: true })
  }
}

async function isNamed(
  payload: Payload,
  collection: UploadCollection,
  name: string,
): Promise<boolean> {
  const { imageSizes = [] } = payload.collections[collection].config.upload
  const fields = ['filename', ...imageSizes.map((size) => `sizes.${size.name}.filename`)]
  const where = { or: fields.map((field) => ({ [field]: { equals: name } })) }
  return (await payload.db.findOne({ collection, where })) !== null
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
