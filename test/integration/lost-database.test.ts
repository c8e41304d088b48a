import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import { beginAnew } from '#cms/commands/start/begin-anew.ts'
import { requireKept } from '#cms/database/lost-content.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import { reconcilePublicFiles } from '#cms/uploads/reconcile.ts'
import { buildUser } from '#test/support/builders.ts'
import { cms } from '#test/support/cms-command.ts'
import { openPortal } from '#test/support/database.ts'
import { OWN_KIND, placeForTest, withPortal, type Place } from '#test/support/places.ts'

const LOST = /không có nội dung nào, trong khi vẫn còn .*restore TỆP.*npm start -- --begin-anew/
const SLOW = { timeout: 120_000 }

let place: Place
let file: string
beforeEach(async () => {
  place = await placeForTest()
  file = join(place.config.dataDir, 'portal.db')
})

async function put(path: string, content = 'x'): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
}

/** A database with this version's tables and no row. */
async function makeEmptyDatabase(): Promise<void> {
  if (OWN_KIND === 'sqlite') await copyFile(join(inject('databaseTemplate'), 'portal.db'), file)
  else await cms(['migrate'], place.env)
}

const TRACES: Record<string, () => Promise<void>> = {
  uploads: () => put(join(place.config.uploadsDir, 'media', 'anh.webp')),
  'public files': () => put(join(place.config.publicFilesDir, 'id-1', 'anh.webp')),
  pages: () => put(join(place.config.pagesDir, 'build', 'pages', 'index.html')),
  'pages of a former version': () => put(join(place.config.dataDir, 'pages', 'b', 'index.html')),
  'the mark of the first content': () =>
    put(join(place.config.dataDir, 'first-content'), 'sample\n'),
}

describe('a database that is not there any more', SLOW, () => {
  it.for(Object.entries(TRACES))('is missed beside %s', async ([, leave]) => {
    await requireKept(place.config)
    await leave()
    await expect(requireKept(place.config)).rejects.toThrow(LOST)
    await expect(requireDatabase(place.config)).rejects.toThrow(LOST)
    expect(existsSync(file)).toBe(false)
  })

  it.runIf(OWN_KIND === 'sqlite')('is missed where its file has 0 bytes', async () => {
    await writeFile(file, '')
    await requireKept(place.config)
    await TRACES.uploads?.()
    await expect(requireKept(place.config)).rejects.toThrow(LOST)
  })

  it('is missed where it has tables and no row beside uploads, by commands too', async () => {
    await makeEmptyDatabase()
    // So it looks before the first account is made.
    await TRACES.pages?.()
    await TRACES['the mark of the first content']?.()
    await requireKept(place.config)
    await TRACES.uploads?.()
    await expect(requireKept(place.config)).rejects.toThrow(LOST)
    const { code, stderr } = await cms(['setup'], place.env)
    expect(stderr).toMatch(LOST)
    expect(code).toBe(1)
  })

  it('is not made anew by a start, a command or a cms that starts by itself', async () => {
    await TRACES.uploads?.()
    for (const words of [['start', '--empty'], ['migrate'], ['add-sample']]) {
      const { code, stderr } = await cms(words, place.env)
      expect(stderr, words.join(' ')).toMatch(LOST)
      expect(code, words.join(' ')).toBe(1)
    }
    const alone = "await (await import('./cms/load-payload.ts')).loadPayload()"
    const words = ['--input-type=module', '-e', alone]
    const env = { ...process.env, ...place.env }
    await expect(promisify(execFile)(process.execPath, words, { env })).rejects.toThrow(LOST)
    expect(existsSync(file)).toBe(false)
  })

  it('is not missed while the first content is going in', async () => {
    await put(join(place.config.dataDir, 'first-content'), 'filling\n')
    await TRACES.uploads?.()
    await requireKept(place.config)
  })
})

describe('a beginning anew', SLOW, () => {
  it('puts the old uploads aside, and the next start is a first one', async () => {
    for (const leave of Object.values(TRACES)) await leave()
    await beginAnew(place.config)
    await requireKept(place.config)
    const names = await readdir(place.config.dataDir)
    expect(names.some((name) => name.startsWith('uploads.lost-'))).toBe(true)
    expect(names).not.toContain('first-content')
    await expect(beginAnew(place.config)).rejects.toThrow(/Chưa thay đổi gì/)
  })

  it('is refused where there is content', async () => {
    await cms(['migrate'], place.env)
    await withPortal(place.config, (portal) => buildUser(portal))
    await TRACES.uploads?.()
    await expect(beginAnew(place.config)).rejects.toThrow(/Chưa thay đổi gì/)
    expect(existsSync(place.config.uploadsDir)).toBe(true)
  })
})

it('public files stay while the database knows no upload and no account', async () => {
  const portal = await openPortal()
  const folder = join(portal.config.publicFilesDir, '01900000-0000-7000-8000-000000000001')
  await put(join(folder, 'anh.webp'))
  expect(await reconcilePublicFiles(portal.payload)).toBe(0)
  expect(existsSync(folder)).toBe(true)
  await buildUser(portal.payload)
  expect(await reconcilePublicFiles(portal.payload)).toBe(1)
  expect(existsSync(folder)).toBe(false)
  await portal.close()
})
