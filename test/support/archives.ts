import { buffer } from 'node:stream/consumers'
import { Readable, Writable } from 'node:stream'
import { readArchive, type ArchiveEntry } from '#cms/backup/archive-reader.ts'
import { ArchiveWriter } from '#cms/backup/archive-writer.ts'
import type { Row } from '#cms/backup/row-chunks.ts'
import { sha256, type CraftedEntry } from './crafted-archive.ts'

export const MB = 1024 * 1024
export const ORIGIN = { portal: '1.2.3', database: 'sqlite', migrations: ['a', 'b'] } as const
export const HEADER = { ...ORIGIN, format: 1, createdAt: '2026-11-24T00:00:00.000Z' }

export async function* rowsOf(rows: Iterable<Row>): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row)
}
/** The bytes of an archive that the writer makes. */
export async function written(fill: (writer: ArchiveWriter) => Promise<unknown>): Promise<Buffer> {
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
export async function readAll(input: Readable | Buffer): Promise<unknown[]> {
  const seen: unknown[] = []
  const stream = input instanceof Readable ? input : Readable.from([input], { objectMode: false })
  for await (const entry of readArchive(stream)) seen.push(await summary(entry))
  return seen
}

export async function summary(entry: ArchiveEntry): Promise<unknown> {
  if (entry.kind !== 'file') return entry
  const content = await buffer(entry.content)
  return { ...entry, content: sha256(content), length: content.length }
}
export const HEADER_ENTRY = { name: 'portal-backup.json', content: JSON.stringify(HEADER) }

/** The manifest that fits these entries, with some of it replaced. */
export function manifestOf(
  entries: readonly CraftedEntry[],
  changes: Record<string, unknown> = {},
): CraftedEntry {
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
