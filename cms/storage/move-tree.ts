import { constants } from 'node:fs'
import { copyFile, lstat, mkdir, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Moves what lies in a folder into another, on the same file system or not. One that was killed goes
 * on where it stopped; without a folder to move it does nothing. A file with a second name is copied,
 * so that the two can have rights of their own; links lead elsewhere and are dropped.
 */
export async function moveTree(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(noneThere)
  if (!entries) return
  await mkdir(to, { recursive: true })
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await moveTree(source, target)
    else if (entry.isFile()) await moveFile(source, target)
    else await unlink(source)
  }
  await rmdir(from)
}

async function moveFile(source: string, target: string): Promise<void> {
  // What is there already came whole, before a former move was killed or from a newer save.
  if (await lstat(target).catch(noneThere)) return unlink(source)
  if ((await lstat(source)).nlink === 1 && (await isRenamed(source, target))) return
  await copyWhole(source, target)
  await unlink(source)
}

/** Copies a file, which appears as a whole; the same path twice gives it a file of its own. */
export async function copyWhole(source: string, target: string): Promise<void> {
  const part = `${target}.part`
  await rm(part, { force: true })
  await copyFile(source, part, constants.COPYFILE_FICLONE)
  await rename(part, target)
}

async function isRenamed(source: string, target: string): Promise<boolean> {
  try {
    await rename(source, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false
    throw error
  }
}

function noneThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
