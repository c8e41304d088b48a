import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A disk of its own that a test may fill. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all room but so many bytes. */
  fill(freeBytes: number): Promise<void>
  /** Gives the room back. */
  clear(): Promise<void>
  /** Lets nobody write any more. */
  makeReadOnly(): Promise<void>
  remove(): Promise<void>
}

const MEGABYTE = 1024 * 1024

/**
 * Mounts a disk in memory.
 * @returns `null` where this process may not mount
 * @throws Error on a CI, where nobody would see that a test was left out
 */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-disk-'))
  const options = `size=${megabytes}m,mode=0700,uid=${process.getuid?.() ?? 0}`
  try {
    await asRoot(['mount', '-t', 'tmpfs', '-o', options, 'portal-test', folder])
  } catch (cause) {
    await rm(folder, { recursive: true })
    if (process.env.CI) throw new Error('This CI lets no test mount a small disk.', { cause })
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    async fill(freeBytes) {
      await using file = await open(ballast, 'a')
      const block = Buffer.alloc(MEGABYTE)
      for (let isFull = false; !isFull;) {
        isFull = await file.write(block).then(({ bytesWritten }) => bytesWritten === 0, whereFull)
      }
      const { size } = await file.stat()
      await file.truncate(size - freeBytes)
    },
    clear: () => rm(ballast, { force: true }),
    makeReadOnly: () => asRoot(['mount', '-o', 'remount,ro', folder]),
    async remove() {
      // At once, even where a connection that was closed still holds a file for a while.
      await asRoot(['umount', '--lazy', folder])
      await rm(folder, { recursive: true })
    },
  }
}

/** As this user, or as a user without a password to ask for becomes root. */
async function asRoot([program = '', ...words]: string[]): Promise<void> {
  const run = promisify(execFile)
  await run(program, words).catch(() => run('sudo', ['-n', program, ...words]))
}

function whereFull(error: NodeJS.ErrnoException): true {
  if (error.code === 'ENOSPC') return true
  throw error
}
