import { embeddedFolder } from '#cms/database/embedded-folder.ts'
import type { Config } from '#shared/config.ts'

/** The folders that the portal must be able to write, each by the setting that names it. */
export function writableFolders(config: Config): [setting: string, folder: string][] {
  const { dataDir, filesDir, publicDir, publicFilesDir, databaseUrl } = config
  const database = embeddedFolder(databaseUrl)
  return [
    ['DATA_DIR', dataDir],
    ['FILES_DIR', filesDir],
    ['PUBLIC_DIR', publicDir],
    ['FILES_DIR', publicFilesDir],
    ...(database === null ? [] : [['DATABASE_URL', database] as [string, string]]),
  ]
}
