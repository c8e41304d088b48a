import type { Header } from 'tar-stream'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { constants, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readArchive } from '#cms/backup/archive-reader.ts'
import { HEADER, HEADER_ENTRY, MB, manifestOf, readAll } from '#test/support/archives.ts'
import { crafted, sha256, type CraftedEntry } from '#test/support/crafted-archive.ts'

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
  it.each<[string, CraftedEntry[]]>([
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

  it.each<[string, CraftedEntry[]]>([
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

  it.each<[string, CraftedEntry[]]>([
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
