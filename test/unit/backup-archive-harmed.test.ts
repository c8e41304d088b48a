import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArchiveError } from '#cms/backup/archive-error.ts'
import { MB, readAll, rowsOf, written } from '#test/support/archives.ts'
import { crafted } from '#test/support/crafted-archive.ts'

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

describe('an archive that came to harm', () => {
  let whole: Buffer
  let content: unknown[]
  beforeAll(async () => {
    const path = await file(randomBytes(150_000))
    whole = await written(async (writer) => {
      const rows = Array.from({ length: 3000 }, (_, id) => ({ id, title: `Tin số ${id}` }))
      await writer.addRows('news', rowsOf(rows))
      await writer.addFile('media', 'a.bin', path)
      await writer.addFile('media', 'b.bin', path)
    })
    content = await readAll(whole)
  })

  it('is refused wherever it was cut', { timeout: 60_000 }, async () => {
    const ends = Array.from({ length: 150 }, (_, index) => Math.floor((index * whole.length) / 150))
    for (const end of [...ends.slice(1), 1, 4, 5, 6, ...[1, 2, 3, 4, 5].map((n) => -n)]) {
      await expect(readAll(whole.subarray(0, end)), `cut at ${end}`).rejects.toMatchObject({
        name: 'ArchiveError',
        code: 'archive_truncated',
      })
    }
  })

  it('is refused after the change of one byte', { timeout: 60_000 }, async () => {
    let seed = Buffer.from('positions')
    for (let round = 0; round < 200; round++) {
      seed = createHash('sha256').update(seed).digest()
      const position = seed.readUInt32LE(0) % whole.length
      const changed = Buffer.from(whole)
      changed[position]! ^= seed[4]! || 1
      await expect(readAll(changed), `byte ${position}`).rejects.toMatchObject({
        name: 'ArchiveError',
      })
    }
  })

  it('never gives other content for the change of one bit', { timeout: 60_000 }, async () => {
    const small = await written((writer) => writer.addRows('news', rowsOf([{ id: 1 }, { id: 2 }])))
    const right = await readAll(small)
    const outcomes: unknown[] = []
    for (let bit = 0; bit < small.length * 8; bit++) {
      const changed = Buffer.from(small)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      outcomes.push(await readAll(changed).catch((error: unknown) => error))
    }
    const accepted = outcomes.filter((outcome) => !(outcome instanceof ArchiveError))
    for (const outcome of accepted) expect(outcome).toEqual(right)
    // Bits that Zstandard leaves unused, in the head of the frame and at the ends of its tables.
    expect(accepted.length / outcomes.length).toBeLessThan(0.02)
  })

  it('is refused with anything behind its end', async () => {
    for (const more of [Buffer.from('x'), Buffer.alloc(MB), whole]) {
      const joined = Buffer.concat([whole, more])
      await expect(readAll(joined)).rejects.toMatchObject({ code: 'archive_damaged' })
      const apart = Readable.from([whole, more], { objectMode: false })
      await expect(readAll(apart)).rejects.toMatchObject({ code: 'archive_damaged' })
    }
    expect(await readAll(Readable.from([whole], { objectMode: false }))).toEqual(content)
  })

  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('Đây không phải bản sao lưu. '.repeat(1000))],
    ['zeros', Buffer.alloc(5000)],
    ['something else in Zstandard', zstdCompressSync(randomBytes(5000))],
    ['an empty frame', zstdCompressSync(Buffer.alloc(0))],
  ])('is told from a file that is none: %s', async (_, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'not_an_archive',
      message: expect.stringMatching(/không phải bản sao lưu/),
    })
  })

  it('is told from another tar', async () => {
    const other = await crafted([{ name: 'README.md', content: 'xin chào' }])
    await expect(readAll(other)).rejects.toMatchObject({ code: 'not_an_archive' })
  })
})
