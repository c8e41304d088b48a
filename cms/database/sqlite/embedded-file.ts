import { resolve } from 'node:path'

/** The file of an embedded database. */
export function embeddedPath(databaseUrl: string): string {
  return resolve(databaseUrl.slice('file:'.length))
}
