import { MongoClient } from 'mongodb'
import { join } from 'node:path'
import type { DatabaseSettings } from '#cms/database/kind.ts'
import { readConfig } from '#shared/config.ts'
import { testEnvironment } from '#test/support/test-environment.ts'
import type { MongoAddress } from '#test/support/mongodb-server.ts'
import type { Scratch } from '../scratch.ts'

/** A portal's data: a database and its uploads. */
export interface Place {
  readonly label: string
  /** For commands that are to work on it. */
  readonly env: Readonly<Record<string, string>>
  readonly settings: DatabaseSettings
  readonly dataDir: string
  /** The file of an embedded database. */
  readonly file: string
}

/**
 * @param server the MongoDB that places may be copied to
 * @param filesDir where the uploads lie, where that is not the place's own folder
 * @param url of its database, where that is not a file in the place's own folder
 */
export function placeFor(
  { folder }: Pick<Scratch, 'folder'>,
  { isStandIn }: Pick<MongoAddress, 'isStandIn'>,
  label: string,
  { filesDir, url }: { filesDir?: string; url?: string } = {},
): Place {
  const dataDir = join(folder, label)
  const file = join(dataDir, 'portal.db')
  const env = {
    ...testEnvironment(dataDir, { url: url ?? `file:${file}`, isStandIn }),
    FILES_DIR: filesDir ?? dataDir,
    NODE_ENV: 'production',
    BACKUP_DAILY: '',
  }
  const { databaseUrl, mongodb } = readConfig(env)
  return {
    label,
    env,
    dataDir,
    settings: { databaseUrl, mongodb },
    file,
  }
}

/** Removes the database of a place on a server. */
export async function dropDatabase({ settings }: Place): Promise<void> {
  const client = new MongoClient(settings.databaseUrl)
  try {
    await client.db().dropDatabase()
  } finally {
    await client.close()
  }
}
