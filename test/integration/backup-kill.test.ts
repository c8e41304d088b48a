import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { abandonRestore, finishRestore } from '#cms/backup/restore-backup.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { DatabaseProblem, isInForce, type DatabaseControl } from '#cms/database/control.ts'
import { openControl } from '#cms/database/kind.ts'
import { migrationNames, migrationStatus } from '#cms/database/migration-status.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import { embeddedFolder } from '#cms/database/embedded-folder.ts'
import { embeddedPath } from '#cms/database/sqlite/embedded-file.ts'
import { buildTopic } from '#test/support/builders.ts'
import { cms } from '#test/support/cms-command.ts'
import { killAtRandom } from '#test/support/kill-at-random.ts'
import { dump, filesIn, newPlace, withPortal, type Dump, type Place } from '#test/support/places.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { buildWorld } from '#test/support/world.ts'

/** The stand-in for MongoDB is slow to fill, and what it lacks is most of what could go wrong there. */
const TIMES = process.env.TEST_DATABASE === 'mongodb' ? 6 : 20
const LIMIT_MS = 10 * 60_000

let source: TestPortal
let content: Dump
let archive: string
let other: Dump
let otherArchive: string
const places: Place[] = []

/** A place that is removed when all is done. */
async function place(kind?: 'sqlite' | 'mongodb'): Promise<Place> {
  const made = await newPlace(kind)
  places.push(made)
  return made
}

const ok = async (words: string[], env: Readonly<Record<string, string>>) => {
  const { code, stderr } = await cms(words, env)
  if (code !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
}

beforeAll(async () => {
  source = await openPortal()
  await buildWorld(source.payload)
  content = await dump(source.config)
  archive = join(source.dataDir, 'world.tar.zst')
  await ok(['backup', archive], {})
  const elsewhere = await place()
  await ok(['migrate'], elsewhere.env)
  await withPortal(elsewhere.config, (portal) => buildTopic(portal, { title: 'Nội dung cũ' }))
  other = await dump(elsewhere.config)
  otherArchive = join(source.dataDir, 'other.tar.zst')
  await ok(['backup', otherArchive], elsewhere.env)
}, 120_000)

afterAll(async () => {
  await source?.close()
  for (const made of places) await made.remove()
})

test(
  'a backup that is killed leaves no archive or a whole one, and the source as it was',
  async () => {
    const file = join(source.dataDir, 'killed.tar.zst')
    const files = await filesIn(source.config.uploadsDir)
    const outcomes = await killAtRandom(
      {
        words: ['backup', file],
        env: {},
        async after() {
          const isThere = existsSync(file)
          // Throws where it is not whole.
          if (isThere) await verifyArchive(file)
          await rm(file, { force: true })
          return isThere ? 'whole' : 'none'
        },
      },
      { times: TIMES },
    )
    expect(total(outcomes)).toBe(TIMES + 1)
    await withControl(source, (control) => control.allowWrites())
    expect(await dump(source.config)).toEqual(content)
    expect(await filesIn(source.config.uploadsDir)).toEqual(files)
    await ok(['backup', file], {})
    const left = await readdir(source.dataDir)
    expect(left.filter((name) => name.startsWith('.backup-'))).toEqual([])
  },
  LIMIT_MS,
)

test(
  'a restore that is killed leaves the old content, the new, or a database that is refused',
  async () => {
    const target = await place()
    const { config, env } = target
    const uploads = Object.keys(await filesIn(source.config.uploadsDir)).length
    const reset = () => ok(['restore', otherArchive, '--replace'], env)
    let isNew = true
    const outcomes = await killAtRandom(
      {
        words: ['restore', archive, '--replace'],
        env,
        async before() {
          if (isNew) await reset()
        },
        async after() {
          const mark = await withControl(target, (control) => control.restoreMark())
          if (mark) await assert.rejects(requireDatabase(config), DatabaseProblem)
          if (mark?.phase === 'filling') await abandonRestore(config)
          if (mark?.phase === 'swapping') await finishRestore(config)
          const found = await dump(config)
          isNew = JSON.stringify(found) !== JSON.stringify(other)
          if (isNew) assert.deepEqual(found, content)
          const files = Object.keys(await filesIn(config.uploadsDir))
          assert.equal(files.length, isNew ? uploads : 0)
          if (mark) assert.equal(isNew, mark.phase === 'swapping')
          return mark?.phase ?? (isNew ? 'new' : 'old')
        },
      },
      { times: TIMES },
    )
    expect(total(outcomes)).toBe(TIMES + 1)
    await ok(['restore', archive, '--replace'], env)
    expect(await dump(config)).toEqual(content)
  },
  LIMIT_MS,
)

test(
  'a copy that is killed lets its source be written again; its target is refused or whole',
  async () => {
    const origin = await place()
    await ok(['restore', archive], origin.env)
    const target = await place('sqlite')
    const { databaseUrl } = target.config
    const outcomes = await killAtRandom(
      {
        words: ['copy', '--to', databaseUrl, '--replace'],
        env: origin.env,
        async after() {
          const isServed = await requireDatabase(target.config).then(
            () => true,
            (error: unknown) => {
              if (error instanceof DatabaseProblem) return false
              throw error
            },
          )
          if (isServed) assert.deepEqual(await dump(target.config), content)
          await withControl(origin, async (control) => {
            const stop = await control.writeStop()
            // A stop without an end is that of a copy which has come to its own.
            if (stop?.reason === 'moved') assert.ok(isServed)
            else assert.ok(!isInForce(stop, Date.now() + 60_000))
            await control.allowWrites()
          })
          return isServed ? 'whole' : 'refused'
        },
      },
      { times: TIMES },
    )
    expect(total(outcomes)).toBe(TIMES + 1)
    expect(await dump(origin.config)).toEqual(content)
  },
  LIMIT_MS,
)

test(
  'a migration that is killed is taken up again by the next start',
  async () => {
    const target = await place()
    const { config, env } = target
    const reset = () => target.empty()
    await ok(['migrate'], env)
    const whole = schemaOf(target)
    await reset()
    const outcomes = await killAtRandom(
      {
        words: ['migrate'],
        env,
        before: reset,
        async after() {
          const { pending } = await migrationStatus(config)
          const isDone = pending.length === 0
          // Each migration is made as a whole, one after the other.
          const all = migrationNames(config.databaseUrl)
          assert.deepEqual(pending, all.slice(all.length - pending.length))
          if (!isDone) await ok(['migrate'], env)
          assert.deepEqual((await migrationStatus(config)).pending, [])
          assert.deepEqual(schemaOf(target), whole)
          return isDone ? 'done' : 'begun again'
        },
      },
      { times: TIMES },
    )
    expect(total(outcomes)).toBe(TIMES + 1)
    await withPortal(config, (portal) => buildTopic(portal))
  },
  LIMIT_MS,
)

function total(outcomes: Map<string, number>): number {
  return [...outcomes.values()].reduce((sum, count) => sum + count, 0)
}

async function withControl<Result>(
  { config }: Pick<Place, 'config'>,
  work: (control: DatabaseControl) => Promise<Result>,
): Promise<Result> {
  const control = await openControl(config)
  return work(control).finally(() => control.close())
}

/** All that an embedded database is made of; nothing for a server, which has no tables. */
function schemaOf({ config }: Place): unknown[] {
  if (embeddedFolder(config.databaseUrl) === null) return []
  const database = new DatabaseSync(embeddedPath(config.databaseUrl), { readOnly: true })
  try {
    return database.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()
  } finally {
    database.close()
  }
}
