import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countersOf } from '#cms/database/counters.ts'
import type { WritesStoppedError } from '#cms/database/write-stop.ts'
import { storageDir } from '#cms/uploads/upload-collections.ts'
import { backUpWithPauses } from '#test/support/backup-with-pauses.ts'
import { buildCategory, buildNews } from '#test/support/builders.ts'
import { cms, succeed } from '#test/support/cms-command.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'
import {
  dump,
  dumpOf,
  filesIn,
  newPlace,
  placeForTest,
  withPortal,
  type Place,
} from '#test/support/places.ts'
import { buildWorld, PASSWORD, type World } from '#test/support/world.ts'

let portal: TestPortal
let world: World
let copy: Place
beforeAll(async () => {
  portal = await openPortal()
  world = await buildWorld(portal.payload)
  copy = await newPlace()
})
afterAll(async () => {
  await copy.remove()
  await portal.close()
})

const archive = (name: string) => join(portal.dataDir, `${name}.tar.zst`)

/** Restores into an empty database of its own. */
async function restored(name: string): Promise<Place> {
  const place = await placeForTest()
  await succeed(['restore', archive(name)], place.env)
  return place
}

// Each command loads all of Payload: seconds on a busy machine.
const SLOW = { timeout: 120_000 }

describe('a backup that is restored into an empty database', SLOW, () => {
  it('brings back every row byte for byte, and says so', async () => {
    const before = await dumpOf(portal.payload)
    const report = await succeed(['backup', archive('whole')])
    const stdout = await succeed(['restore', archive('whole')], copy.env)
    expect(await dump(copy.config)).toEqual(before)
    for (const [table, rows] of Object.entries(before)) {
      if (rows.length === 0) continue
      expect(report).toContain(`  ${table}: ${rows.length}\n`)
      expect(stdout).toContain(`  ${table}: ${rows.length} = ${rows.length} · giống hệt · `)
    }
    // Of all that makes a portal, so that equal does not mean empty.
    const filled = Object.keys(before).filter((table) => before[table]?.length)
    for (const table of ['users', 'news', 'news.versions', 'redirects', 'globals', 'payload-jobs'])
      expect(filled).toContain(table)
  })

  it('brings back every file, and makes the public ones again', async () => {
    const { uploadsDir, publicFilesDir } = portal.config
    const uploads = await filesIn(uploadsDir)
    expect(Object.keys(uploads)).toContain(join('media', world.files.picture))
    expect(await filesIn(copy.config.uploadsDir)).toEqual(uploads)
    const published = await filesIn(publicFilesDir)
    expect(Object.keys(published)).not.toHaveLength(0)
    expect(await filesIn(copy.config.publicFilesDir)).toEqual(published)
  })

  it('brings back log-ins, counters, redirects and versions', async () => {
    await withPortal(copy.config, async (payload) => {
      const data = { email: world.email, password: PASSWORD }
      const { user } = await payload.login({ collection: 'users', data })
      expect(user?.id).toBe(world.userId)
      expect(await countersOf(payload).read(world.counterKey)).toEqual({
        visits: 7,
        views: 5,
        bots: 2,
      })
      const { docs: redirects } = await payload.find({
        collection: 'redirects',
        where: { from: { equals: world.oldPath } },
      })
      expect(redirects).toHaveLength(1)
      const { docs: versions } = await payload.findVersions({
        collection: 'news',
        where: { parent: { equals: world.newsId } },
        pagination: false,
      })
      const first = versions.find(({ version }) => version.title === world.titles[0])
      await payload.restoreVersion({ collection: 'news', id: String(first?.id) })
      const news = await payload.findByID({ collection: 'news', id: world.newsId })
      expect(news.title).toBe(world.titles[0])
    })
  })

  it('is refused where there is content, which stays', async () => {
    const before = await dump(copy.config)
    const { code, stderr } = await cms(['restore', archive('whole')], copy.env)
    expect(code).toBe(1)
    expect(stderr).toMatch(/đang có nội dung: .*news \(\d+\).*Chưa thay đổi gì.*--replace/)
    expect(await dump(copy.config)).toEqual(before)
  })

  it('takes the place of other content with --replace', async () => {
    await withPortal(copy.config, (payload) => buildNews(payload, { title: 'Chỉ có ở bản mới' }))
    const words = ['restore', archive('whole'), '--replace']
    await succeed(words, copy.env)
    expect(await dump(copy.config)).toEqual(await dumpOf(portal.payload))
  })
})

describe('what editors do while a backup is made', SLOW, () => {
  it('is not in it: it holds the moment at which it began', async () => {
    const before = await dumpOf(portal.payload)
    const write = () => buildCategory(portal.payload, { title: 'Viết trong lúc sao lưu' })
    const attempt = () =>
      write().then(
        () => 'written',
        ({ data }: WritesStoppedError) => data?.reason as string,
      )
    let outcome = ''
    await backUpWithPauses(archive('writing'), {
      reading: async () => (outcome = await attempt()),
      packing: write,
    })
    // A server without transactions has no snapshots: writes wait while rows are read.
    expect(outcome).toBe(hasTransactions ? 'written' : 'backing-up')
    expect(await dumpOf(portal.payload)).not.toEqual(before)
    expect(await dump((await restored('writing')).config)).toEqual(before)
  })

  it('does not reach its files: what is deleted or replaced is in it as it was', async () => {
    const [media, files] = [storageDir('media'), storageDir('files')]
    const uploads = await filesIn(portal.config.uploadsDir)
    await backUpWithPauses(archive('files'), {
      reading: async () => {
        await rm(join(media, world.files.picture))
        // As the cms replaces a file: a new one takes the name.
        await rm(join(files, world.files.file))
        await writeFile(join(files, world.files.file), 'Khác hẳn')
      },
    })
    expect(await readFile(join(files, world.files.file), 'utf8')).toBe('Khác hẳn')
    expect(await filesIn((await restored('files')).config.uploadsDir)).toEqual(uploads)
  })
})
