import { link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { v4 as uuidv4 } from 'uuid'
import { pathInside } from './folder-path.ts'
import { atEndOfTransaction } from '#cms/database/transaction-end.ts'
import {
  fileNames,
  storageDir,
  storedFile,
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
  const folder = join(storageDir(collection), KEPT, uuidv4())
  const kept = (name: string) => pathInside(folder, name)
  const live = (name: string) => storedFile(collection, name)
  await mkdir(folder, { recursive: true })
  const names = fileNames(upload)
  for (const name of names) await link(live(name), kept(name)).catch(missing)
  await atEndOfTransaction(req, {
    committed: () => rm(folder, { recursive: true, force: true }),
    rolledBack: async () => {
      for (const name of names) await rename(kept(name), live(name)).catch(missing)
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
      for (const name of added) await rm(storedFile(collection, name), { force: true })
    },
  })
}

function missing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
