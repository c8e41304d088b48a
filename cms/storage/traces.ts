import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#shared/config.ts'

/** In DATA_DIR: what a new database was filled with ("filling" while it is). */
export const FIRST_CONTENT = 'first-content'

/** What a portal leaves beside its database. */
export interface Traces {
  /** Folders that hold uploads, their public copies included. */
  readonly files: readonly string[]
  /** Files and folders that every portal has that was ever started. */
  readonly others: readonly string[]
  /** The first content was going in and is not complete: nobody has served it yet. */
  readonly isBegun: boolean
}

export async function tracesOf(config: Config): Promise<Traces> {
  const { dataDir, filesDir, uploadsDir, publicFilesDir, pagesDir } = config
  const mark = join(dataDir, FIRST_CONTENT)
  const word = await readFile(mark, 'utf8').catch(noneThere)
  const isBegun = word?.trim() === 'filling'
  return {
    files: await holding([uploadsDir, publicFilesDir, join(filesDir, 'public-files')]),
    others: [
      ...(await holding([pagesDir, join(dataDir, 'pages')])),
      ...(word === null || isBegun ? [] : [mark]),
    ],
    isBegun,
  }
}

async function holding(folders: readonly string[]): Promise<string[]> {
  const found = []
  for (const folder of new Set(folders)) if (await holdsFile(folder)) found.push(folder)
  return found
}

async function holdsFile(folder: string): Promise<boolean> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(noneThere)) ?? []
  if (entries.some((entry) => !entry.isDirectory())) return true
  for (const { name } of entries) if (await holdsFile(join(folder, name))) return true
  return false
}

function noneThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
