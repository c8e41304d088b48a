import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchiveFile } from '#cms/backup/archive-file.ts'
import { readArchive } from '#cms/backup/archive-reader.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { MB, ORIGIN, readAll, rowsOf } from '#test/support/archives.ts'

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
describe('reading', () => {
  let path: string
  beforeAll(async () => {
    const content = await file(randomBytes(MB))
    path = join(folder, 'read.tar.zst')
    await createArchiveFile(path, ORIGIN, async (writer) => {
      await writer.addRows('news', rowsOf([{ id: 1 }]))
      await writer.addFile('media', 'a', content)
      await writer.addFile('media', 'b', content)
    })
  })

  it('does not pass over a file that was not read', async () => {
    const skipping = Array.fromAsync(readArchive(createReadStream(path)))
    await expect(skipping).rejects.toThrow('uploads/media/a was not read to its end')
    const halfway = async () => {
      for await (const entry of readArchive(createReadStream(path))) {
        if (entry.kind !== 'file') continue
        for await (const _block of entry.content) break
      }
    }
    await expect(halfway()).rejects.toThrow('uploads/media/a was not read to its end')
  })

  it('lets go of its input when nobody reads on', async () => {
    const inputs = ['header', 'rows', 'file'].map((kind) => [kind, createReadStream(path)] as const)
    for (const [kind, input] of inputs) {
      for await (const entry of readArchive(input)) {
        // Begun, and left alone.
        if (entry.kind === 'file') entry.content.resume()
        if (entry.kind === kind) break
      }
      expect(input.destroyed).toBe(true)
    }
  })

  it('reads no more of its input than a slow reader takes', async () => {
    const content = await file(randomBytes(30 * MB))
    const large = join(folder, 'slow.tar.zst')
    await createArchiveFile(large, ORIGIN, async (writer) => {
      await writer.addFile('media', 'a', content)
    })
    const input = createReadStream(large)
    for await (const entry of readArchive(input)) {
      if (entry.kind !== 'file') continue
      entry.content.read()
      await settled(() => input.bytesRead)
      expect(input.bytesRead).toBeGreaterThan(0)
      expect(input.bytesRead).toBeLessThan(5 * MB)
      break
    }
  })

  it('fails of an input that fails, with its error', async () => {
    const bytes = await readFile(path)
    const lost = new Error('connection lost')
    const broken = async function* () {
      yield bytes.subarray(0, 700_000)
      await Promise.resolve()
      throw lost
    }
    await expect(readAll(Readable.from(broken(), { objectMode: false }))).rejects.toBe(lost)
    const absent = readAll(createReadStream(join(folder, 'nowhere')))
    await expect(absent).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('verifies a file and says how far it is', async () => {
    const { size } = await stat(path)
    const progress: number[] = []
    const onProgress = (read: number, total: number) => {
      expect(total).toBe(size)
      progress.push(read)
    }
    expect(await verifyArchive(path, { onProgress })).toMatchObject({
      rows: 1,
      bytes: size,
      manifest: { uploads: { count: 2, bytes: 2 * MB } },
    })
    expect(progress.at(-1)).toBe(size)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(progress.length).toBeGreaterThan(5)
  })

  it('does not verify a damaged file', async () => {
    const bytes = await readFile(path)
    bytes[bytes.length >> 1]! ^= 1
    await expect(verifyArchive(await file(bytes))).rejects.toMatchObject({
      code: 'archive_damaged',
    })
  })
})
