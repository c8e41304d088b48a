import { resolve } from 'node:path'
import { readConfig } from '#shared/config.ts'
import { documentFolder, isPlainName, pathInside } from './folder-path.ts'

export const UPLOAD_COLLECTIONS = ['media', 'files'] as const

export type UploadCollection = (typeof UPLOAD_COLLECTIONS)[number]

/** A stored row of an upload, as far as its files go. */
export interface StoredUpload {
  readonly id: string
  readonly filename?: string | null
  readonly isPublic?: boolean | null
  readonly sizes?: Readonly<Record<string, { readonly filename?: string | null } | null>> | null
}

/** Where the originals and sizes of a collection lie; for signed-in staff alone. */
export function storageDir(collection: UploadCollection): string {
  return resolve(readConfig().uploadsDir, collection)
}

/** Where one of them lies. @throws FolderPathError for what is no plain name */
export function storedFile(collection: UploadCollection, name: string): string {
  return pathInside(storageDir(collection), name)
}

/** What the public may fetch of one upload. @throws FolderPathError for an id of an unknown shape */
export function publicDir(id: string): string {
  return documentFolder(readConfig().publicFilesDir, id)
}

/**
 * Names of all files of an upload: the file itself and its sizes. What an old database may hold that
 * is no plain name is left out: there is no such file.
 */
export function fileNames(upload: Omit<StoredUpload, 'id'>): string[] {
  const sizes = Object.values(upload.sizes ?? {}).map((size) => size?.filename)
  const names = [upload.filename, ...sizes].filter((name) => typeof name === 'string')
  return [...new Set(names.filter(isPlainName))]
}
