import { chmod, mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** What a web server may read: the group of the folder, nobody else. */
export const PUBLIC_FILE = 0o640
/** What lies in it gets its group (setgid), whoever of the portal's processes makes it. */
export const PUBLIC_FOLDER = 0o2750

/** Makes a folder, with those above it that are missing, that the public's group may read. */
export async function makePublicFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = resolve(folder); ; made = dirname(made)) {
    // Past the mask, which is for what is private.
    await chmod(made, PUBLIC_FOLDER)
    if (made === resolve(first)) return
  }
}
