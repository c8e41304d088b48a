import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makePublicFolder } from '#cms/storage/public-modes.ts'

/** What makes a page beside the content: the built site, and the code that it leaves outside. */
const CODE = ['../../../site/data/', '../../../shared/']
const BUILT = '../../../dist/site/'

/**
 * The folder for pages of this build, below `root`; those of other builds are removed, since they
 * name scripts and styles that are no more.
 * @param address that the pages name as their own
 */
export async function buildFolder(root: string, address: string): Promise<string> {
  const hash = createHash('sha256').update(address)
  // The names of what is built are made from the contents, but for the entry.
  for (const name of await namesIn(BUILT)) hash.update(name)
  hash.update(await readFile(new URL(`${BUILT}server/entry.mjs`, import.meta.url)))
  for (const folder of CODE) {
    for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.ts'))) {
      hash.update(await readFile(new URL(folder + name, import.meta.url)))
    }
  }
  const own = hash.digest('hex').slice(0, 16)
  await makePublicFolder(root)
  for (const other of await readdir(root)) {
    if (other !== own) await rm(join(root, other), { recursive: true, force: true })
  }
  return join(root, own)
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(new URL(folder, import.meta.url), { recursive: true })).toSorted()
}
