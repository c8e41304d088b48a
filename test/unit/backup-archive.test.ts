import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  appendFile,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { extract, pack, type Header } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArchiveError } from '#cms/backup/archive-error.ts'
import { createArchiveFile } from '#cms/backup/archive-file.ts'
import { readArchive, type ArchiveEntry } from '#cms/backup/archive-reader.ts'
import { ArchiveWriter } from '#cms/backup/archive-writer.ts'
import type { Row } from '#cms/backup/row-chunks.ts'
import { measureFile } from '#cms/backup/source-file.ts'
import { TarPacking } from '#cms/backup/tar-packing.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'

const ORIGIN = { portal: '1.2.3', database: 'sqlite', migrations: ['a', 'b'] } as const
const HEADER = { ...ORIGIN, format: 1, createdAt: '2026-11-24T00:00:00.000Z' }
const MB = 1024 * 1024

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

async function* rowsOf(rows: Iterable<Row>): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row)
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The bytes of an archive that the writer makes. */
async function written(fill: (writer: ArchiveWriter) => Promise<unknown>): Promise<Buffer> {
  const blocks: Buffer[] = []
  const output = new Writable({
    write(block: Buffer, _encoding, done) {
      blocks.push(block)
      done()
    },
  })
  const writer = await ArchiveWriter.begin(output, ORIGIN)
  await fill(writer)
  await writer.finish()
  return Buffer.concat(blocks)
}

/** All that an archive gives, files as their hash. */
async function readAll(input: Readable | Buffer): Promise<unknown[]> {
  const seen: unknown[] = []
  const stream = input instanceof Readable ? input : Readable.from([input], { objectMode: false })
  for await (const entry of readArchive(stream)) seen.push(await summary(entry))
  return seen
}

async function summary(entry: ArchiveEntry): Promise<unknown> {
  if (entry.kind !== 'file') return entry
  const content = await buffer(entry.content)
  return { ...entry, content: sha256(content), length: content.length }
}

interface Crafted extends Partial<Header> {
  name: string
  content?: string | Buffer
  hash?: string | null
}

/** The bytes of an archive that the writer would not make. */
async function crafted(entries: Crafted[]): Promise<Buffer> {
  const tar = pack()
  const bytes = buffer(tar as AsyncIterable<Buffer>)
  for (const { content = '', hash = sha256(content), ...header } of entries) {
    const pax = hash === null ? null : { comment: `sha256:${hash}` }
    tar.entry({ ...header, pax }, content)
  }
  tar.finalize()
  return zstdCompressSync(await bytes)
}

const HEADER_ENTRY = { name: 'portal-backup.json', content: JSON.stringify(HEADER) }

/** The manifest that fits these entries, with some of it replaced. */
function manifestOf(entries: Crafted[], changes: Record<string, unknown> = {}): Crafted {
  const lines = entries.map(({ name, content = '' }) => {
    return `${name}\0${Buffer.byteLength(content)}\0${sha256(content)}\n`
  })
  const manifest = {
    ...HEADER,
    tables: {},
    uploads: { count: 0, bytes: 0 },
    missingCount: 0,
    missing: [],
    digest: sha256(lines.join('')),
    ...changes,
  }
  return { name: 'manifest.json', content: JSON.stringify(manifest) }
}

/** Waits until a value has stopped to change. */
async function settled(value: () => unknown): Promise<void> {
  let before: unknown
  do {
    before = value()
    await new Promise((resolve) => setTimeout(resolve, 300))
  } while (before !== value())
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

describe('an archive that was made to harm', () => {
  const rows = { name: 'data/news/000001.ndjson', content: '{"id":1}\n' }

  it('would be read if it were like this', async () => {
    const entries = [HEADER_ENTRY, rows, { name: 'uploads/media/a', content: 'tệp' }]
    const facts = { tables: { news: 1 }, uploads: { count: 1, bytes: 5 } }
    const bytes = await crafted([...entries, manifestOf(entries, facts)])
    expect(await readAll(bytes)).toHaveLength(4)
  })

  it.each([
    'uploads/media/../../etc/passwd',
    'uploads/media/..',
    'uploads/media/.',
    'uploads/media/',
    'uploads/../a',
    'uploads/media/a/b',
    'uploads/media/a\\b',
    'uploads/media/a\nb',
    'uploads/media/a\u001Bb',
    'uploads/media/a\u009Bb',
    'uploads/Media/a',
    `uploads/media/${'a'.repeat(256)}`,
    `uploads/media/${'ắ'.repeat(86)}`,
    '/uploads/media/a',
    '/etc/passwd',
    '../a',
    './uploads/media/a',
    'data/../000001.ndjson',
    'data/News/000001.ndjson',
    'data/news.old/000001.ndjson',
    'data/news/1.ndjson',
    'data/news/000001.ndjson/..',
    'README.md',
  ])('is refused for the name %j', async (name) => {
    const bytes = await crafted([HEADER_ENTRY, { name, content: 'x' }])
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'archive_unsafe_name' })
  })

  it('does not put control characters into the message', async () => {
    const bytes = await crafted([HEADER_ENTRY, { name: 'uploads/\u001B[2Jmedia/\u202Ea' }])
    const error = await readAll(bytes).catch((error: unknown) => error)
    expect(String(error)).toContain('uploads/')
    expect(String(error)).not.toMatch(/[\u001B\u202E]/)
  })

  it.each<Partial<Header>>([
    { type: 'symlink', linkname: '/etc/passwd' },
    { type: 'link', linkname: 'portal-backup.json' },
    { type: 'directory' },
    { type: 'fifo' },
    { type: 'character-device' },
    { type: 'contiguous-file' },
  ])('is refused for an entry that is no plain file: $type', async (header) => {
    const bytes = await crafted([HEADER_ENTRY, { ...header, name: 'uploads/media/a' }])
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'archive_damaged',
      message: expect.stringMatching(/uploads\/media\/a.*không phải tệp thường/),
    })
  })

  const second = { ...rows, name: 'data/news/000002.ndjson' }
  const other = { ...rows, name: 'data/pages/000001.ndjson' }
  const upload = { name: 'uploads/media/a', content: 'x' }
  it.each<[string, Crafted[]]>([
    ['a chunk too late', [second]],
    ['a gap', [rows, { ...rows, name: 'data/news/000003.ndjson' }]],
    ['a chunk twice', [rows, rows]],
    ['a table in two places', [rows, other, second]],
    ['a table begun anew', [rows, other, rows]],
    ['rows behind files', [upload, rows]],
    ['a second header', [HEADER_ENTRY]],
    ['an entry behind the manifest', [manifestOf([HEADER_ENTRY]), upload]],
    ['a second manifest', [manifestOf([HEADER_ENTRY]), manifestOf([HEADER_ENTRY])]],
  ])('is refused for its order: %s', async (_, entries) => {
    const bytes = await crafted([HEADER_ENTRY, ...entries])
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'archive_damaged',
      message: expect.stringMatching(/sai thứ tự/),
    })
  })

  it.each<[string, Crafted[]]>([
    ['a wrong hash', [{ ...upload, hash: sha256('y') }]],
    ['no hash', [{ ...upload, hash: null }]],
    ['a hash that is none', [{ ...upload, hash: 'x' }]],
    ['rows that are not JSON', [{ ...rows, content: '{"id":1}\n{"id":\n' }]],
    ['rows that are no objects', [{ ...rows, content: '[1]\n' }]],
    ['a row without its end', [{ ...rows, content: '{"id":1}' }]],
    ['another digest', [manifestOf([HEADER_ENTRY], { digest: sha256('') })]],
    ['another count of rows', [rows, manifestOf([HEADER_ENTRY, rows], { tables: { news: 2 } })]],
    ['a table that is not there', [manifestOf([HEADER_ENTRY], { tables: { news: 0 } })]],
    ['a table that is not listed', [rows, manifestOf([HEADER_ENTRY, rows])]],
    ['another count of files', [manifestOf([HEADER_ENTRY], { uploads: { count: 1, bytes: 0 } })]],
    ['another header', [manifestOf([HEADER_ENTRY], { portal: '9' })]],
    ['a manifest of another shape', [manifestOf([HEADER_ENTRY], { missing: 'none' })]],
  ])('is refused for %s', async (_, entries) => {
    const bytes = await crafted([HEADER_ENTRY, ...entries])
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'archive_damaged' })
  })

  it('is refused without its manifest', async () => {
    const bytes = await crafted([HEADER_ENTRY, rows])
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'archive_truncated',
      message: expect.stringMatching(/data\/news\/000001\.ndjson/),
    })
  })

  it('is refused when a newer portal wrote it, whatever else that wrote', async () => {
    const content = JSON.stringify({ format: 2, of: 'the future' })
    const bytes = await crafted([{ ...HEADER_ENTRY, content }, { name: 'news.parquet' }])
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'archive_newer',
      message: expect.stringMatching(/định dạng 2.*cập nhật cổng/),
    })
  })

  it.each([{ format: 0.5 }, { format: '1' }, { database: 'oracle' }, { migrations: [1] }])(
    'is refused for a header with %j',
    async (changes) => {
      const content = JSON.stringify({ ...HEADER, ...changes })
      const bytes = await crafted([{ ...HEADER_ENTRY, content }])
      await expect(readAll(bytes)).rejects.toMatchObject({ code: 'archive_damaged' })
    },
  )

  it.each<[string, Crafted[]]>([
    ['header', [{ ...HEADER_ENTRY, content: JSON.stringify(HEADER).padEnd(MB + 1) }]],
    ['manifest', [HEADER_ENTRY, { name: 'manifest.json', content: Buffer.alloc(MB + 1, ' ') }]],
    ['rows', [HEADER_ENTRY, { ...rows, content: Buffer.alloc(64 * MB + 1, ' ') }]],
  ])('is refused for too much in one piece: %s', async (_, entries) => {
    const bytes = await crafted(entries)
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'archive_too_large' })
  })

  it('is refused when it unpacks to far more than it is', { timeout: 30_000 }, async () => {
    const bomb = { name: 'uploads/media/bomb', content: Buffer.alloc(200 * MB) }
    const bytes = await crafted([HEADER_ENTRY, bomb])
    expect(bytes.length).toBeLessThan(100_000)
    let unpacked = 0
    const reading = async () => {
      for await (const entry of readArchive(Readable.from([bytes], { objectMode: false }))) {
        if (entry.kind !== 'file') continue
        for await (const block of entry.content as AsyncIterable<Buffer>) unpacked += block.length
      }
    }
    await expect(reading()).rejects.toMatchObject({ code: 'archive_too_large' })
    expect(unpacked).toBeGreaterThan(60 * MB)
    expect(unpacked).toBeLessThan(70 * MB)
  })

  it('is refused when unpacking would take too much memory', async () => {
    const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_contentSizeFlag]: 0 }
    const bytes = zstdCompressSync(randomBytes(200 * MB), { params })
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'archive_too_large' })
  })
})

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
