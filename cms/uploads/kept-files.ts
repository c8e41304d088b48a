import { link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { v4 as uuidv4 } from 'uuid'
import { atEndOfTransaction } from '#cms/database/transaction-end.ts'
import {
  fileNames,
  storageDir,
  type StoredUpload,
  type UploadCollection,
} from './upload-collections.ts'

/** Folder, beside the stored files, of what a save under way may still need back. */
export const KEPT = '.kept'

/**
 * Payload deletes and overwrites files before it knows that the save succeeds. Second names for
 * them, until the transaction has ended, bring them back when it is undone.
 */
export async function keepFilesUntilStored(
  req: PayloadRequest,
  collection: UploadCollection,
  upload: StoredUpload,
): Promise<void> {
  const storage = storageDir(collection)
  const folder = join(storage, KEPT, uuidv4())
  await mkdir(folder, { recursive: true })
  const names = fileNames(upload)
  for (const name of names) await link(join(storage, name), join(folder, name)).catch(missing)
  await atEndOfTransaction(req, {
    committed: () => rm(folder, { recursive: true, force: true }),
    rolledBack: async () => {
      for (const name of names) await rename(join(folder, name), join(storage, name)).catch(missing)
      await rm(folder, { recursive: true, force: true })
    },
  })
}

/** Deletes files that a save is about to write, when it is undone. */
export async function dropFilesIfUndone(
  req: PayloadRequest,
  collection: UploadCollection,
  written: Omit<StoredUpload, 'id'>,
  before: StoredUpload | null,
): Promise<void> {
  const old = before ? fileNames(before) : []
  const added = fileNames(written).filter((name) => !old.includes(name))
  await atEndOfTransaction(req, {
    rolledBack: async () => {
      for (const name of added) await rm(join(storageDir(collection), name), { force: true })
    },
  })
}

function missing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
