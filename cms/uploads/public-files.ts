import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import type { Payload } from 'payload'
import { v4 as uuidv4 } from 'uuid'
import { isDocumentId, pathInside } from './folder-path.ts'
import {
  fileNames,
  publicDir,
  storedFile,
  type StoredUpload,
  type UploadCollection,
} from './upload-collections.ts'

/**
 * Brings the public folder of an upload in line with what is stored: all its files while it is
 * public, nothing otherwise. May be repeated at any time.
 */
export async function syncPublicFiles(
  payload: Payload,
  collection: UploadCollection,
  id: string,
): Promise<void> {
  // An old database may hold one; it never had a public folder that could be told from others.
  if (!isDocumentId(id)) {
    payload.logger.error({ code: 'file_id_odd', collection, id })
    return
  }
  await oneAtATime(id, async () => {
    const row = await payload.db.findOne<StoredUpload>({
      collection,
      where: { id: { equals: id } },
    })
    if (row?.isPublic) await publish(payload, collection, row)
    else await rm(publicDir(id), { recursive: true, force: true })
  })
}

async function publish(
  payload: Payload,
  collection: UploadCollection,
  upload: StoredUpload,
): Promise<void> {
  const to = publicDir(upload.id)
  const names = fileNames(upload)
  await mkdir(to, { recursive: true })
  for (const name of names) {
    const source = storedFile(collection, name)
    if (await isFile(source)) await offer(source, pathInside(to, name))
    else payload.logger.error({ code: 'file_missing', collection, id: upload.id, name })
  }
  const surplus = (await readdir(to)).filter((name) => !names.includes(name))
  for (const name of surplus) await rm(pathInside(to, name), { force: true })
}

/** A hard link where the file system can; a copy otherwise. Readers see the old or the new file. */
async function offer(source: string, target: string): Promise<void> {
  const [from, present] = await Promise.all([stat(source), stat(target).catch(absent)])
  const isSame =
    present &&
    (from.ino === present.ino ||
      (from.size === present.size && Math.trunc(from.mtimeMs) <= present.mtimeMs))
  if (isSame) return
  const temporary = `${target}.${uuidv4()}`
  await link(source, temporary).catch(() => copyFile(source, temporary))
  await rename(temporary, target)
}

async function isFile(path: string): Promise<boolean> {
  return Boolean((await stat(path).catch(absent))?.isFile())
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** Two saves of one upload must not mix their files. */
const running = new Map<string, Promise<void>>()

async function oneAtATime(id: string, work: () => Promise<void>): Promise<void> {
  const turn = (running.get(id) ?? Promise.resolve()).then(work, work)
  running.set(id, turn)
  try {
    await turn
  } finally {
    if (running.get(id) === turn) running.delete(id)
  }
}
