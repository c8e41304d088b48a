import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { closeDatabase } from '../close-database.ts'
import type { DatabaseSettings } from '../kind.ts'
import type { LeftStaging, OpenStaging } from '../staging.ts'
import { embeddedPath } from './embedded-file.ts'
import { fillSqlite } from './filling.ts'

/** A file of its own beside the database, which is renamed over it in the end. */
export const openSqliteStaging: OpenStaging = async (settings, openPortal) => {
  const { folder, file } = placeOf(settings.databaseUrl)
  await leftSqliteStaging.discard(settings)
  await mkdir(folder, { recursive: true })
  const portal = await openPortal({ ...settings, databaseUrl: `file:${file}` })
  try {
    await portal.db.migrate()
  } catch (error) {
    await closeDatabase(portal)
    throw error
  }
  const content = fillSqlite(portal)
  const close = async () => {
    content.close()
    await closeDatabase(portal)
  }
  return {
    portal,
    content,
    async settle() {
      content.flush()
    },
    async takePlace() {
      await close()
      await leftSqliteStaging.takePlace(settings)
    },
    async discard() {
      await close()
      await leftSqliteStaging.discard(settings)
    },
  }
}

export const leftSqliteStaging: LeftStaging = {
  takePlace,
  async discard({ databaseUrl }) {
    await rm(placeOf(databaseUrl).folder, { recursive: true, force: true })
  },
}

/** The new file is whole and closed; the old one, where there is one, stays beside it. */
async function takePlace({ databaseUrl }: DatabaseSettings): Promise<void> {
  const { folder, file, live, previous } = placeOf(databaseUrl)
  if (existsSync(file)) {
    foldLogIn(file)
    if (existsSync(live)) {
      foldLogIn(live)
      await rm(previous, { force: true })
      await rename(live, previous)
    }
    for (const ending of ['-wal', '-shm']) await rm(live + ending, { force: true })
    await rename(file, live)
  }
  await rm(folder, { recursive: true, force: true })
}

function placeOf(databaseUrl: string) {
  const live = embeddedPath(databaseUrl)
  const folder = `${live}.restoring`
  return { live, folder, file: join(folder, 'portal.db'), previous: `${live}.before-restore` }
}

/** All of a database in its one file, nothing in the log beside it. */
function foldLogIn(file: string): void {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
