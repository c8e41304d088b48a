import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArchiveWriter } from '#cms/backup/archive-writer.ts'
import { measureFile } from '#cms/backup/source-file.ts'
import { TarPacking } from '#cms/backup/tar-packing.ts'
import { MB, ORIGIN, readAll, rowsOf, written } from '#test/support/archives.ts'

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

/** Waits until a value has stopped to change. */
async function settled(value: () => unknown): Promise<void> {
  let before: unknown
  do {
    before = value()
    await new Promise((resolve) => setTimeout(resolve, 300))
  } while (before !== value())
}
describe('writing', () => {
  const many = async function* () {
    for (let id = 0; ; id++) yield await Promise.resolve({ id, body: randomBytes(5000) })
  }

  it.each([0, 1, 1000, 3 * MB])('fails of an output that fails after %d bytes', async (most) => {
    let taken = 0
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    const output = new Writable({
      write(block: Buffer, _encoding, done) {
        taken += block.length
        done(taken > most ? full : null)
      },
    })
    const path = await file(randomBytes(MB))
    const writer = await ArchiveWriter.begin(output, ORIGIN)
    await expect(writer.addRows('news', many())).rejects.toBe(full)
    await expect(writer.addRows('pages', rowsOf([{ id: 1 }]))).rejects.toBe(full)
    await expect(writer.addFile('media', 'a', path)).rejects.toBe(full)
    await expect(writer.finish()).rejects.toBe(full)
  })

  it('fails at its end of an output that fails there', async () => {
    const output = new Writable({
      write: (_block, _encoding, done) => done(),
      final: (done) => done(new Error('not flushed')),
    })
    const writer = await ArchiveWriter.begin(output, ORIGIN)
    await writer.addRows('news', rowsOf([{ id: 1 }]))
    await expect(writer.finish()).rejects.toThrow('not flushed')
  })

  it('waits for a slow output, and hears when that is closed', async () => {
    let pulled = 0
    const counted = async function* () {
      for await (const row of many()) {
        pulled += 1
        yield row
      }
    }
    const output = new Writable({ write: () => {} })
    const writer = await ArchiveWriter.begin(output, ORIGIN)
    const adding = writer.addRows('news', counted())
    await settled(() => pulled)
    // A row is about 17 KB of JSON.
    expect(pulled).toBeLessThan(1000)
    output.destroy()
    await expect(adding).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
    await expect(writer.finish()).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
  })

  it('hears of the end of its output while nothing is being added', async () => {
    const lost = new Error('connection lost')
    const output = new Writable({ write: (_block, _encoding, done) => done() })
    const writer = await ArchiveWriter.begin(output, ORIGIN)
    output.destroy(lost)
    await settled(() => output.closed)
    await expect(writer.addRows('news', rowsOf([{ id: 1 }]))).rejects.toBe(lost)
  })

  it('reads no more of a file than a slow output takes', async () => {
    let pulled = 0
    const content = async function* () {
      for (; pulled < 300; pulled++) yield await Promise.resolve(randomBytes(MB / 8))
    }
    const output = new Writable({ write: () => {} })
    const packing = new TarPacking(output, new Date())
    const adding = packing.add({ name: 'a', size: (300 * MB) / 8, sha256: '' }, content())
    await settled(() => pulled)
    expect(pulled).toBeLessThan(40)
    output.destroy()
    await expect(adding).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
  })

  it('fails of rows that fail, and stays so', async () => {
    const lost = new Error('connection lost')
    const broken = async function* () {
      yield await Promise.resolve({ id: 1 })
      throw lost
    }
    const output = new Writable({ write: (_block, _encoding, done) => done() })
    const writer = await ArchiveWriter.begin(output, ORIGIN)
    await expect(writer.addRows('news', broken())).rejects.toBe(lost)
    await expect(writer.finish()).rejects.toBe(lost)
    expect(output.destroyed).toBe(true)
  })

  it('refuses names that could not be read again, and goes on', async () => {
    const path = await file('x')
    const bytes = await written(async (writer) => {
      for (const name of ['', '.', '..', 'a/b', 'a\\b', 'a\0', 'a\n', 'ắ'.repeat(86), '\uD800']) {
        const adding = writer.addFile('media', name, path)
        await expect(adding, JSON.stringify(name)).rejects.toMatchObject({
          code: 'archive_unsafe_name',
          message: expect.stringMatching(/đổi tên tệp/),
        })
      }
      await writer.addFile('media', 'ắ'.repeat(85), path)
    })
    expect(await readAll(bytes)).toHaveLength(3)
  })

  it('refuses a row that could not be read again', { timeout: 20_000 }, async () => {
    const row = { id: 1, body: 'a'.repeat(64 * MB) }
    const adding = written((writer) => writer.addRows('news', rowsOf([row])))
    await expect(adding).rejects.toMatchObject({
      code: 'archive_too_large',
      message: expect.stringMatching(/news/),
    })
  })

  it.each<[string, (path: string) => Promise<void>]>([
    ['grows', (path) => appendFile(path, 'x')],
    ['shrinks', (path) => truncate(path, 999_999)],
    ['changes', async (path) => writeFile(path, randomBytes(1_000_000))],
  ])('fails of a file that %s meanwhile, and names it', async (_, change) => {
    const path = await file(randomBytes(1_000_000))
    await using handle = await open(path)
    const { content } = await measureFile(handle, path, Buffer.alloc(65_536))
    await change(path)
    await expect(Array.fromAsync(content)).rejects.toMatchObject({
      code: 'source_changed',
      message: expect.stringContaining(path),
    })
  })
})
