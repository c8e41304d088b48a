import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_ROOT } from '#cms/project-root.ts'
import { loadKind, openControl, type DatabaseSettings } from '#cms/database/kind.ts'
import type { ArchiveOrigin } from './archive-format.ts'

/** What the header of an archive says about the database that it is made from. */
export async function originOf(settings: DatabaseSettings): Promise<ArchiveOrigin> {
  const control = await openControl(settings)
  try {
    const { name } = await loadKind(settings.databaseUrl)
    return { portal: await version(), database: name, migrations: await control.migrations() }
  } finally {
    await control.close()
  }
}

async function version(): Promise<string> {
  const text = await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')
  return String((JSON.parse(text) as { version?: unknown }).version)
}
