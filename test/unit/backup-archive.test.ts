import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { zstdDecompressSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchiveFile } from '#cms/backup/archive-file.ts'
import { type ArchiveEntry } from '#cms/backup/archive-reader.ts'
import type { Row } from '#cms/backup/row-chunks.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { MB, ORIGIN, readAll, rowsOf, written } from '#test/support/archives.ts'
import { sha256 } from '#test/support/crafted-archive.ts'

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

/** By how many MB the process grew at most. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10)
  await work()
  clearInterval(watch)
  return (most - before) / MB
}
// The first of the tests: what others leave in memory would hide how it grows.
describe('memory', () => {
  it('does not grow with the archive', { timeout: 120_000 }, async () => {
    const upload = await file('')
    for (let size = 0; size < 150; size++) await appendFile(upload, randomBytes(MB))
    const path = join(folder, 'large.tar.zst')
    const body = randomBytes(3000).toString('base64')
    const rows = async function* () {
      for (let id = 0; id < 37_500; id++) yield await Promise.resolve({ id, body: `${id}${body}` })
    }
    const writing = await growth(() =>
      createArchiveFile(path, ORIGIN, async (writer) => {
        await writer.addRows('news', rows())
        await writer.addFile('files', 'a', upload)
      }),
    )
    const reading = await growth(() => verifyArchive(path))
    expect(writing).toBeLessThan(150)
    expect(reading).toBeLessThan(150)
  })
})
describe('an archive', () => {
  const oddRows: Row[] = [
    { id: 1, title: 'Khuyến công'.normalize('NFC') },
    { id: 2, title: 'Khuyến công'.normalize('NFD') },
    { id: 3, title: '👩🏽‍🏭 \u2028 \u2029 \u0000 "\\ \r\n \uD800' },
    { id: 4, nested: { list: [1, 2.5, null, true, { a: [] }] }, empty: '', big: 2 ** 53 },
    JSON.parse('{"__proto__": {"id": 5}}') as Row,
    { id: 6, body: 'ố'.repeat(2_500_000) },
    { id: 7 },
  ]

  it('gives back rows and files as they were', async () => {
    const large = randomBytes(20 * MB)
    const [emptyPath, largePath] = await Promise.all([file(''), file(large)])
    const bytes = await written(async (writer) => {
      expect(await writer.addRows('news', rowsOf(oddRows))).toBe(7)
      expect(await writer.addRows('news.versions', rowsOf([]))).toBe(0)
      expect(await writer.addRows('globals', rowsOf([{ id: 'x' }]))).toBe(1)
      expect(await writer.addFile('media', 'trống.txt', emptyPath)).toBe(true)
      expect(await writer.addFile('files', 'ảnh lớn'.normalize('NFD'), largePath)).toBe(true)
      expect(await writer.addFile('media', 'đã mất.png', join(folder, 'nowhere'))).toBe(false)
    })
    const [header, ...entries] = (await readAll(bytes)) as ArchiveEntry[]
    const manifest = entries.pop()
    expect(header).toMatchObject({ kind: 'header', header: { ...ORIGIN, format: 1 } })
    const rows = entries.filter((entry) => entry.kind === 'rows')
    expect(rows.map(({ table }) => table)).toEqual([
      'news',
      'news',
      'news',
      'news.versions',
      'globals',
    ])
    expect(rows.flatMap((entry) => entry.rows)).toStrictEqual([...oddRows, { id: 'x' }])
    expect(entries.filter((entry) => entry.kind === 'file')).toEqual([
      expect.objectContaining({ name: 'trống.txt', size: 0, content: sha256('') }),
      expect.objectContaining({
        collection: 'files',
        name: 'ảnh lớn'.normalize('NFD'),
        content: sha256(large),
        length: 20 * MB,
      }),
    ])
    expect(manifest).toMatchObject({
      kind: 'manifest',
      manifest: {
        ...ORIGIN,
        tables: { news: 7, 'news.versions': 0, globals: 1 },
        uploads: { count: 2, bytes: 20 * MB },
        missingCount: 1,
        missing: ['media/đã mất.png'],
      },
    })
  })

  it('is a tar that any tar can unpack, for its owner alone', async () => {
    const path = await file('nội dung')
    const bytes = await written(async (writer) => {
      await writer.addRows('news', rowsOf([{ id: 1 }, { id: 2 }]))
      await writer.addFile('media', 'một tệp.txt', path)
    })
    const tar = extract()
    tar.end(zstdDecompressSync(bytes))
    const found: unknown[] = []
    for await (const entry of tar) {
      const content = (await buffer(entry as AsyncIterable<Buffer>)).toString()
      found.push([entry.header.name, entry.header.mode, content])
    }
    expect(found).toEqual([
      ['portal-backup.json', 0o600, expect.stringContaining('"portal": "1.2.3"')],
      ['data/news/000001.ndjson', 0o600, '{"id":1}\n{"id":2}\n'],
      ['uploads/media/một tệp.txt', 0o600, 'nội dung'],
      ['manifest.json', 0o600, expect.stringContaining('"digest": "')],
    ])
  })

  it('may be empty', async () => {
    expect(await readAll(await written(async () => {}))).toMatchObject([
      { kind: 'header' },
      { kind: 'manifest', manifest: { tables: {}, uploads: { count: 0, bytes: 0 } } },
    ])
  })

  it('takes files that are added at the same time', async () => {
    const contents = Array.from({ length: 40 }, (_, index) => randomBytes(index * 9000))
    const paths = await Promise.all(contents.map(file))
    const bytes = await written((writer) =>
      Promise.all(paths.map((path, index) => writer.addFile('media', `${index}`, path))),
    )
    const found = (await readAll(bytes)) as { name?: string; content?: string }[]
    const hashes = new Map(found.map(({ name, content }) => [name, content]))
    expect(contents.map((_, index) => hashes.get(`${index}`))).toEqual(contents.map(sha256))
  })

  it('counts missing files that it has no room to name', async () => {
    const bytes = await written(async (writer) => {
      for (let index = 0; index < 50_000; index++) writer.noteMissing('media', `ảnh-${index}.jpg`)
    })
    const [, entry] = (await readAll(bytes)) as ArchiveEntry[]
    if (entry?.kind !== 'manifest') throw new Error('no manifest')
    expect(entry.manifest.missingCount).toBe(50_000)
    expect(entry.manifest.missing.length).toBeGreaterThan(10_000)
    expect(entry.manifest.missing.length).toBeLessThan(50_000)
  })
})
