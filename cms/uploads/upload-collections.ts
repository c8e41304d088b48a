import { resolve } from 'node:path'
import { readConfig } from '#shared/config.ts'

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

/** What the public may fetch of one upload. */
export function publicDir(id: string): string {
  return resolve(readConfig().publicFilesDir, id)
}

/** Names of all files of an upload: the file itself and its sizes. */
export function fileNames(upload: Omit<StoredUpload, 'id'>): string[] {
  const sizes = Object.values(upload.sizes ?? {}).map((size) => size?.filename)
  return [...new Set([upload.filename, ...sizes].filter((name) => typeof name === 'string'))]
}
