import { createHash, randomBytes } from 'node:crypto'
import { existsSync, type Dirent } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Payload } from 'payload'
import { inject, onTestFinished } from 'vitest'
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { tablesOf, type Row } from '#cms/database/content.ts'
import type { DatabaseSettings } from '#cms/database/kind.ts'
import { databaseOfPortal } from '#cms/database/opened.ts'
import { readConfig, type Config } from '#shared/config.ts'
import type { DatabaseKindName } from '#shared/database-url.ts'
import { databaseUrl } from './mongodb-server.ts'
import { removeData, testEnvironment } from './test-environment.ts'

/** A data folder and an absent database, beside those of the test file. */
export interface Place {
  readonly config: Config
  /** The settings that lead a command there. */
  readonly env: Readonly<Record<string, string>>
  /** Takes all data away; the place stays. */
  empty(): Promise<void>
  remove(): Promise<void>
}

/** The kind of database that the test file runs on. */
export const OWN_KIND: DatabaseKindName =
  process.env.TEST_DATABASE === 'mongodb' ? 'mongodb' : 'sqlite'

/** @param folder an empty folder for its data; a new one unless told */
export async function newPlace(kind: DatabaseKindName = OWN_KIND, folder?: string): Promise<Place> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'portal-place-')))
  const env = { ...testEnvironment(dataDir, kind === 'mongodb' ? ownMongo() : undefined) }
  const config = readConfig(env)
  const remove = async () => {
    await removeData(dataDir)
    if (kind === 'mongodb') await dropMongo(config.databaseUrl)
  }
  return {
    config,
    env,
    remove,
    async empty() {
      await remove()
      await mkdir(dataDir)
    },
  }
}

/** A place for one test alone. */
export async function placeForTest(kind?: DatabaseKindName, folder?: string): Promise<Place> {
  const place = await newPlace(kind, folder)
  onTestFinished(() => place.remove())
  return place
}

function ownMongo() {
  const mongodb = inject('mongodb')
  if ('problem' in mongodb) throw new Error(mongodb.problem)
  const name = `portal_test_${randomBytes(6).toString('hex')}`
  return { url: databaseUrl(mongodb, name), isStandIn: mongodb.isStandIn }
}

async function dropMongo(url: string): Promise<void> {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(url)
  try {
    await client.db().dropDatabase()
  } finally {
    await client.close()
  }
}

/** Opens the database of a place for a while. */
export async function withPortal<Result>(
  settings: DatabaseSettings,
  work: (portal: Payload) => Promise<Result>,
): Promise<Result> {
  const portal = await openPortal(settings)
  try {
    return await work(portal)
  } finally {
    await closeDatabase(portal)
  }
}

/** All rows of a database by table, in their canonical form, a line of JSON each. */
export type Dump = Readonly<Record<string, readonly string[]>>

export async function dumpOf(portal: Payload): Promise<Dump> {
  const content = databaseOfPortal(portal).kind.content(portal)
  const dump: Record<string, string[]> = {}
  for (const table of tablesOf(portal.config)) {
    const rows = await Array.fromAsync(content.read(table))
    dump[table.name] = rows.filter(isContent).map((row) => JSON.stringify(row))
  }
  return dump
}

/** Backup and restore leave a line of their own in the log of the system. */
function isContent({ act }: Row): boolean {
  return act !== 'backup' && act !== 'content-restored'
}

export function dump(settings: DatabaseSettings): Promise<Dump> {
  return withPortal(settings, dumpOf)
}

/** SHA-256 of every file below a folder, by its path; none for an absent folder. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { parentPath, name } of (await entriesIn(folder)).filter((entry) => entry.isFile())) {
    const file = join(parentPath, name)
    const hash = createHash('sha256').update(await readFile(file))
    found[relative(folder, file)] = hash.digest('hex')
  }
  return found
}

/** Paths of all files and folders below a folder, without locks and SQLite's own companions. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await entriesIn(folder))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !/\.lock$|\.db-(wal|shm)$/.test(path))
    .toSorted()
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  if (!existsSync(folder)) return []
  return readdir(folder, { recursive: true, withFileTypes: true })
}
