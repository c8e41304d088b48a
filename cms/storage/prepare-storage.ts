import { chmod, chown, mkdir, realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { embeddedFile } from '#cms/database/embedded-folder.ts'
import type { Config } from '#shared/config.ts'
import { moveToPublicFolders, openPublicFolders } from './public-folders.ts'
import { groupId } from './public-group.ts'
import { tighten, tightenDatabase } from './tighten.ts'
import { writableFolders } from './writable-folders.ts'

/**
 * Puts the folders of the portal in order, before anything is served: what is private is its own
 * account's alone, what is public lies apart and may be read by the group of the web server. What
 * former versions have left elsewhere, or open, is moved and closed. May be repeated at any time.
 * @returns what belongs to another account and stayed open
 */
export async function prepareStorage(config: Config): Promise<string[]> {
  const { dataDir, filesDir, databaseUrl, publicFilesDir } = config
  for (const [, folder] of writableFolders(config)) await mkdir(folder, { recursive: true })
  // The folders themselves may be links that the operator has made.
  const [data, files] = await Promise.all([realpath(dataDir), realpath(filesDir)])
  await moveToPublicFolders(config)
  const database = embeddedFile(databaseUrl)
  const isShared = resolve(publicFilesDir) === resolve(filesDir, 'public-files')
  const open = [
    ...(await tighten(data)),
    ...(files === data ? [] : await tighten(files, isShared ? [basename(publicFilesDir)] : [])),
    ...(database === null ? [] : await tightenDatabase(database)),
  ]
  if (isShared) await letThrough(files, config)
  await openPublicFolders(config)
  return open
}

/** To the public files, by who knows their path; the uploads beside them stay closed. */
async function letThrough(folder: string, { publicGroup }: Config): Promise<void> {
  const group = groupId(publicGroup)
  if (group !== null) await chown(folder, -1, group)
  await chmod(folder, 0o710)
}
