/** The file of an embedded database; `null` where the database is a server. */
export function embeddedFile(databaseUrl: string): string | null {
  return databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null
}
