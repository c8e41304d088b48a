import { dirname } from 'node:path'
import { databaseKind, databaseUrlProblem } from '#shared/database-url.ts'
import { embeddedPath } from './sqlite/embedded-file.ts'

/** The folder of a database that the portal itself makes and keeps; `null` where a server does. */
export function embeddedFolder(databaseUrl: string): string | null {
  const file = embeddedFile(databaseUrl)
  return file === null ? null : dirname(file)
}

/** The file of such a database; an address that is wrong names none. */
export function embeddedFile(databaseUrl: string): string | null {
  const isEmbedded = !databaseUrlProblem(databaseUrl) && databaseKind(databaseUrl) === 'sqlite'
  return isEmbedded ? embeddedPath(databaseUrl) : null
}
