import { dirname } from 'node:path'
import { databaseKind } from '#shared/database-url.ts'
import { embeddedPath } from './sqlite/embedded-file.ts'

/** The folder of a database that the portal itself makes and keeps; `null` where a server does. */
export function embeddedFolder(databaseUrl: string): string | null {
  return databaseKind(databaseUrl) === 'sqlite' ? dirname(embeddedPath(databaseUrl)) : null
}

/** The file of such a database. */
export function embeddedFile(databaseUrl: string): string | null {
  return databaseKind(databaseUrl) === 'sqlite' ? embeddedPath(databaseUrl) : null
}
