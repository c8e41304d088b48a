import { chmod, lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** All that other accounts may do. */
const OTHERS = 0o077

/**
 * Takes a file, or a folder and all below it, from every account but its owner's. Links below it are
 * left alone: what they lead to lies elsewhere.
 * @param except the names of what is left as it is, in the folder itself
 * @returns what belongs to another account and stayed open
 */
export async function tighten(path: string, except: readonly string[] = []): Promise<string[]> {
  const found = await lstat(path).catch(noneThere)
  if (!found || found.isSymbolicLink()) return []
  const open: string[] = []
  if ((found.mode & OTHERS) !== 0) {
    await chmod(path, found.mode & 0o7777 & ~OTHERS).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM' && error.code !== 'ENOENT') throw error
      if (error.code === 'EPERM') open.push(path)
    })
  }
  if (!found.isDirectory()) return open
  for (const name of await readdir(path)) {
    if (!except.includes(name)) open.push(...(await tighten(join(path, name))))
  }
  return open
}

/** The same for the files of an embedded database, which may lie among others. */
export async function tightenDatabase(file: string): Promise<string[]> {
  const own = basename(file)
  const names = await readdir(dirname(file)).catch(noneThere)
  const found = (names ?? []).filter((name) => name === own || /^[-.]/.test(rest(name, own)))
  return (await Promise.all(found.map((name) => tighten(join(dirname(file), name))))).flat()
}

/** What follows the name of the database in that of a file beside it ("-wal", ".lock"). */
function rest(name: string, own: string): string {
  return name.startsWith(own) ? name.slice(own.length) : ''
}

function noneThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
