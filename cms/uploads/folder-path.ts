import { resolve, sep } from 'node:path'

/** A name that would not lie in the folder that it is meant for. */
export class FolderPathError extends Error {
  constructor(name: string) {
    super(`${JSON.stringify(name.slice(0, 100))} is no plain name of a file or folder.`)
    this.name = 'FolderPathError'
  }
}

/** Whether a text is an id as the portal gives them: a UUID (RFC 9562) in lower case. */
export function isDocumentId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}

/**
 * Whether a text names one entry of one folder on every file system: no way up or down, no control
 * characters, at most 255 bytes, and a UTF-8 of its own.
 */
export function isPlainName(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !/[/\\\p{Cc}]/u.test(name) &&
    name.isWellFormed() &&
    Buffer.byteLength(name) <= 255
  )
}

/**
 * The one way from data to a path: an entry of a folder, or of folders in it.
 * @throws FolderPathError for a name that is no plain one, or a path outside the folder
 */
export function pathInside(folder: string, ...names: readonly string[]): string {
  const root = resolve(folder)
  for (const name of names) if (!isPlainName(name)) throw new FolderPathError(name)
  const path = resolve(root, ...names)
  if (!path.startsWith(root + sep)) throw new FolderPathError(names.join('/'))
  return path
}

/**
 * The folder of one document, below a folder that holds one of each.
 * @throws FolderPathError for an id that the portal never gave
 */
export function documentFolder(folder: string, id: string): string {
  if (!isDocumentId(id)) throw new FolderPathError(id)
  return pathInside(folder, id)
}
