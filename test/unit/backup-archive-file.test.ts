import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchiveFile } from '#cms/backup/archive-file.ts'
import { ArchiveWriter } from '#cms/backup/archive-writer.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { MB, ORIGIN, rowsOf } from '#test/support/archives.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, `file-${++files}`)
  await writeFile(path, content)
  return path
}

describe('a file of an archive', () => {
  it('is for its owner alone', async () => {
    const path = join(folder, 'own.tar.zst')
    const manifest = await createArchiveFile(path, ORIGIN, async (writer) => {
      await writer.addRows('users', rowsOf([{ id: 1 }]))
    })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await verifyArchive(path)).manifest).toEqual(manifest)
  })

  it('never takes the place of another file', async () => {
    const path = await file('của người khác')
    const link = join(folder, 'link.tar.zst')
    await symlink(join(folder, 'nowhere'), link)
    const late = join(folder, 'late.tar.zst')
    const refusal = { code: 'archive_exists', message: expect.stringMatching(/Đã có tệp/) }
    for (const taken of [path, link]) {
      const creating = createArchiveFile(taken, ORIGIN, () => Promise.reject(new Error('begun')))
      await expect(creating).rejects.toMatchObject(refusal)
    }
    const overtaken = createArchiveFile(late, ORIGIN, () => writeFile(late, 'trước'))
    await expect(overtaken).rejects.toMatchObject(refusal)
    expect(await readFile(path, 'utf8')).toBe('của người khác')
    expect(await readFile(late, 'utf8')).toBe('trước')
  })

  it('leaves nothing behind when it fails', async () => {
    const lost = new Error('connection lost')
    const path = join(folder, 'failed.tar.zst')
    let begun: ArchiveWriter | null = null
    const creating = createArchiveFile(path, ORIGIN, async (writer) => {
      begun = writer
      await writer.addRows('news', rowsOf([{ id: 1, body: randomBytes(MB) }]))
      throw lost
    })
    await expect(creating).rejects.toBe(lost)
    // Nor a file that stays open.
    await expect(begun!.finish()).rejects.toBe(lost)
    const nowhere = createArchiveFile(join(folder, 'no', 'where'), ORIGIN, async () => {})
    await expect(nowhere).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await readdir(folder)).filter((name) => /failed|\.part$/.test(name))).toEqual([])
  })
})
