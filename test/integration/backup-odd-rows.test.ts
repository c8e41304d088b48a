import { existsSync } from 'node:fs'
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOddRows } from '#cms/backup/check-data.ts'
import { createBackup } from '#cms/backup/create-backup.ts'
import { tryRestore, type Trial } from '#cms/backup/trial-restore.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { buildCategory, buildNews } from '#test/support/builders.ts'
import { cms, succeed, type CommandResult } from '#test/support/cms-command.ts'
import { craftArchive } from '#test/support/crafted-archive.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { dumpOf, namesIn } from '#test/support/places.ts'

// Rows that came into a database before ids were the portal's own, and what becomes of them.
let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const archive = (name: string) => join(portal.dataDir, `${name}.tar.zst`)
const SLOW = { timeout: 180_000 }

function expectRefusal({ code, stdout, stderr }: CommandResult, message: RegExp): void {
  expect(stderr).toMatch(message)
  expect(stderr + stdout).not.toMatch(/^ +at /m)
  expect(code).toBe(1)
}

async function crafted(name: string, table: string, rows: readonly object[]): Promise<string> {
  const content = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  await writeFile(
    archive(name),
    await craftArchive([{ name: `data/${table}/000001.ndjson`, content }]),
  )
  return archive(name)
}

/** What `verify` does. */
async function tried(path: string): Promise<Trial> {
  return tryRestore(portal.config, path, await verifyArchive(path), () => {})
}

const ID = '01900000-0000-7000-8000-00000000000'
const topic = (id: string, more: object = {}) => ({
  id,
  createdAt: '2026-11-24T00:00:00.000Z',
  slug: `chu-de-${id}`,
  title: 'Chủ đề',
  updatedAt: '2026-11-24T00:00:00.000Z',
  ...more,
})

describe('verify', SLOW, () => {
  it.for([
    ['an empty id', 'topics', [topic(`${ID}1`), topic('')], /“topics”.* id “” \(dòng 2\): /],
    [
      'the same slug twice',
      'topics',
      [topic(`${ID}1`, { slug: 'a' }), topic(`${ID}2`, { slug: 'a' })],
      /“topics”.* id “01900000-0000-7000-8000-000000000002” \(dòng 2\): trùng giá trị/,
    ],
    [
      'a missing value',
      'usages',
      [{ id: `${ID}1`, fromCollection: 'news' }],
      /“usages”.* id “.*1” \(dòng 1\): thiếu giá trị bắt buộc/,
    ],
    [
      'a value that is not kept as it is',
      'topics',
      [topic(`${ID}1`), topic(`${ID}2`, { order: '07' })],
      /đọc lại khác với bản sao lưu: topics, id “.*2” \(dòng 2\)/,
    ],
  ] as const)('names the row with %s', async ([name, table, rows, message]) => {
    const path = await crafted(name.replaceAll(' ', '-'), table, rows)
    const before = await namesIn(portal.dataDir)
    await expect(tried(path)).rejects.toThrow(message)
    expect(await namesIn(portal.dataDir)).toEqual(before)
  })

  it('ends with the code of a failure, and reads alone where that is asked for', async () => {
    const path = await crafted('empty-id', 'topics', [topic('')])
    expectRefusal(await cms(['verify', path]), /“topics”.* id “” \(dòng 1\): /)
    expect(await succeed(['verify', path, '--quick'])).toContain('Chưa thử khôi phục')
  })

  it('takes a good archive, and removes what a killed one has left', async () => {
    await buildNews(portal.payload)
    await succeed(['backup', archive('good')])
    const left = join(portal.dataDir, '.portal-scratch-killed')
    await mkdir(left)
    await writeFile(join(left, 'portal.db'), 'rows of readers')
    await utimes(left, 0, 0)
    const stdout = await succeed(['verify', archive('good')])
    expect(stdout).toMatch(/nguyên vẹn\.\n.*Đã thử khôi phục: \d+ bản ghi, đọc lại giống hệt/s)
    expect(existsSync(left)).toBe(false)
    expect((await namesIn(portal.dataDir)).filter((name) => name.includes('scratch'))).toEqual([])
    expect((await stat(archive('good'))).mode & 0o777).toBe(0o600)
  })
})

describe('a backup of a database with an odd id', SLOW, () => {
  it('is refused with the row named, until check-data --mend has given it a new one', async () => {
    const { payload } = portal
    const category = await buildCategory(payload, { title: 'Dẫn tới' })
    await payload.db.create({
      collection: 'categories',
      data: { ...category, id: '../../x', slug: 'le', path: 'le', title: 'Id lẻ' },
    })
    await buildNews(payload, { title: 'Trong mục lẻ', category: '../../x' })

    const message = /Có 1 bản ghi.*\n {2}categories, id “\.\.\/\.\.\/x” \(dòng \d\): id không đúng/
    expectRefusal(await cms(['backup', archive('odd')]), message)
    expect(existsSync(archive('odd'))).toBe(false)
    const before = await dumpOf(payload)
    await portal.close()
    // Two libraries that hold one file in one process take each other's locks: only while it is closed.
    expect((await findOddRows(portal.config, () => {})).count).toBe(1)
    expect(await succeed(['check-data', '--mend'])).toContain('Đã cấp id mới cho 1 bản ghi.')
    await createBackup(portal.config, archive('mended'), () => {})
    expect(await tried(archive('mended'))).toMatchObject({ deadReferences: 0 })
    portal = await openPortal({ isThere: true })
    const after = await dumpOf(portal.payload)
    const [odd] = after.categories?.filter((line) => line.includes('Id lẻ')) ?? []
    const { id } = JSON.parse(odd ?? '{}') as { id: string }
    expect(id).toMatch(/^[\da-f-]{36}$/)
    // All else is as it was, and what referred to the row still does.
    for (const [table, lines] of Object.entries(before)) {
      const renamed = lines.map((line) => line.replaceAll('"../../x"', `"${id}"`))
      expect(after[table]?.toSorted()).toEqual(renamed.toSorted())
    }
  })
})
