import { chmod, chown, lstat, mkdir, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '#shared/config.ts'
import { copyWhole, moveTree } from './move-tree.ts'
import { groupId } from './public-group.ts'
import { makePublicFolder, PUBLIC_FILE, PUBLIC_FOLDER } from './public-modes.ts'

type PublicSettings = Pick<Config, 'publicDir' | 'publicGroup' | 'pagesDir' | 'publicFilesDir'>

/** Among the pages, what only the site itself reads (site/server/page-cache). */
const MACHINERY: readonly string[] = ['stale', 'position', 'page.json']

/**
 * Makes the folders that a web server may read and gives them to its group; where they had another
 * group or other rights, all that lies in them too.
 */
export async function openPublicFolders(config: PublicSettings): Promise<void> {
  await openPagesFolder(config)
  await openFolder(config.publicFilesDir, config, openAll)
}

/** The same for the pages alone, which the site of a machine keeps for itself. */
export async function openPagesFolder(config: PublicSettings): Promise<void> {
  await openFolder(config.pagesDir, config, (folder, group) => openAll(folder, group, MACHINERY))
  await openFolder(config.publicDir, config, (folder, group) =>
    openOne(folder, PUBLIC_FOLDER, group),
  )
}

/** A folder is opened after all that lies in it: where a kill came between, all is done again. */
async function openFolder(
  folder: string,
  { publicGroup }: PublicSettings,
  open: (folder: string, group: number | null) => Promise<void>,
): Promise<void> {
  await makePublicFolder(folder)
  const group = groupId(publicGroup)
  const { mode, gid } = await stat(folder)
  const isOpen = (mode & 0o777) === (PUBLIC_FOLDER & 0o777)
  if (!isOpen || (group !== null && gid !== group)) await open(folder, group)
}

/** What former versions kept among private things moves to where it belongs. */
export async function moveToPublicFolders(
  config: PublicSettings & Pick<Config, 'dataDir' | 'filesDir'>,
): Promise<void> {
  const moves = [
    [join(config.dataDir, 'pages'), config.pagesDir],
    [join(config.filesDir, 'public-files'), config.publicFilesDir],
  ] as const
  for (const [from, to] of moves) {
    if (resolve(from) === resolve(to) || !(await isFolder(from))) continue
    await mkdir(to, { recursive: true })
    // Until openPublicFolders has seen to all of it.
    await chmod(to, 0o700)
    await moveTree(from, to)
  }
}

async function openAll(
  folder: string,
  group: number | null,
  machinery: readonly string[] = [],
): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (machinery.includes(entry.name)) await chmod(path, entry.isDirectory() ? 0o700 : 0o600)
    else if (entry.isDirectory()) await openAll(path, group, machinery)
    else if (entry.isFile()) await openFile(path, group)
  }
  await openOne(folder, PUBLIC_FOLDER, group)
}

async function openFile(path: string, group: number | null): Promise<void> {
  // Its other name is among the private files, and rights go with the file, not with the name.
  if ((await lstat(path)).nlink > 1) await copyWhole(path, path)
  await openOne(path, PUBLIC_FILE, group)
}

async function openOne(path: string, mode: number, group: number | null): Promise<void> {
  // Before the mode: a new group takes the bit away that hands it on.
  if (group !== null) await chown(path, -1, group)
  await chmod(path, mode)
}

async function isFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found?.isDirectory() ?? false
}
