import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openControl } from '#cms/database/kind.ts'
import { storageDir } from '#cms/uploads/upload-collections.ts'
import { buildFile, buildNews } from '#test/support/builders.ts'
import { startCommand, succeed, type CommandResult } from '#test/support/cms-command.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { dump, filesIn, namesIn, newPlace, type Place } from '#test/support/places.ts'
import { mountSmallDisk, type SmallDisk } from '#test/support/small-disk.ts'

const MEGABYTE = 1024 * 1024

// Two archives of the test's own portal, the second with an upload of 20 MB; a target that holds the
// first. On the small disk, or where none can be mounted under a limit for each file.
let portal: TestPortal
let disk: SmallDisk | null
let target: Place
const archive = (name: string) => join(portal.dataDir, `${name}.tar.zst`)
beforeAll(async () => {
  portal = await openPortal()
  disk = await mountSmallDisk(220)
  target = await newPlace(undefined, disk ? join(disk.folder, 'data') : undefined)
  const { payload } = portal
  await buildNews(payload, { title: 'Nội dung cũ' })
  const { filename } = await buildFile(payload)
  await succeed(['backup', archive('old')])
  await succeed(['restore', archive('old')], target.env)
  await buildNews(payload, { title: 'Nội dung mới' })
  await writeFile(join(storageDir('files'), String(filename)), randomBytes(20 * MEGABYTE))
  await succeed(['backup', archive('new')])
}, 120_000)
afterAll(async () => {
  await target.remove()
  await disk?.remove()
  await portal.close()
})
beforeEach(() => disk?.clear())

async function state() {
  const control = await openControl(target.config)
  try {
    return {
      rows: await dump(target.config),
      uploads: await filesIn(target.config.uploadsDir),
      names: await namesIn(target.config.dataDir),
      mark: await control.restoreMark(),
    }
  } finally {
    await control.close()
  }
}

function expectRefusal({ code, stdout, stderr }: CommandResult, message: RegExp): void {
  expect(stderr).toMatch(message)
  expect(stderr + stdout).not.toMatch(/^ +at /m)
  expect(code).toBe(1)
}

/** Replaces the target's content, and takes the room when that has begun. */
async function restoreWithin(megabytes: number): Promise<CommandResult> {
  const limit = disk ? {} : { blocks: megabytes * 1024 }
  const command = startCommand(['restore', archive('new'), '--replace'], target.env, limit)
  const control = await openControl(target.config)
  try {
    while (!command.isOver() && !(await control.restoreMark())) await pause(1)
  } finally {
    await control.close()
  }
  if (command.isOver()) return command.result
  process.kill(command.pid, 'SIGSTOP')
  await disk?.fill(megabytes * MEGABYTE)
  process.kill(command.pid, 'SIGCONT')
  return command.result
}

describe('on a disk without room', { timeout: 120_000 }, () => {
  it('a backup says so and leaves nothing behind', async () => {
    const folder = disk?.folder ?? portal.dataDir
    await disk?.fill(64 * 1024)
    const before = [await namesIn(folder), await namesIn(portal.dataDir)]
    const words = ['backup', join(folder, 'x.tar.zst')]
    const command = startCommand(words, {}, disk ? {} : { blocks: 64 })
    expectRefusal(await command.result, /hết chỗ nên chưa sao lưu được; không để lại tệp dở dang/)
    expect([await namesIn(folder), await namesIn(portal.dataDir)]).toEqual(before)
  })

  it('a restore is refused before anything is changed', async (context) => {
    if (!disk) return context.skip('No small disk can be mounted here.')
    await disk.fill(100 * MEGABYTE)
    const before = await state()
    const command = startCommand(['restore', archive('new'), '--replace'], target.env)
    expectRefusal(await command.result, /không đủ chỗ: cần \d+ MB, còn \d+ MB\. Chưa thay đổi gì/)
    expect(await state()).toEqual(before)
  })

  // The first ends while the schema or the files are made, the second in the last of the files.
  it.for([1, 12])('a restore that finds but %i MB half-way changes nothing', async (megabytes) => {
    const before = await state()
    expectRefusal(await restoreWithin(megabytes), /hết chỗ nên chưa khôi phục được/)
    await disk?.clear()
    expect(await state()).toEqual(before)
  })

  it('a restore succeeds when there is room again', async () => {
    await succeed(['restore', archive('new'), '--replace'], target.env)
    expect((await state()).rows).toEqual(await dump(portal.config))
  })
})
