import { Readable } from 'node:stream'
import { damaged, notAnArchive, shown, tooLarge, truncated, unsafeName } from './archive-error.ts'
import {
  LARGEST_FACTS,
  headerOf,
  manifestOf,
  type ArchiveHeader,
  type ArchiveManifest,
} from './archive-format.ts'
import { ArchiveTally } from './archive-tally.ts'
import { readEntryName, type EntryName } from './entry-names.ts'
import { EntryOrder } from './entry-order.ts'
import { LARGEST_CHUNK, rowsOf, type Row } from './row-chunks.ts'
import { unpackTar, type UnpackedEntry } from './tar-unpacking.ts'

/** One step through an archive. */
export type ArchiveEntry =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  | {
      readonly kind: 'rows'
      readonly table: string
      readonly rows: Row[]
      /** In bytes, as text. */
      readonly size: number
    }
  | {
      readonly kind: 'file'
      readonly collection: string
      readonly name: string
      readonly size: number
      /** To be read to its end before the next entry is asked for. */
      readonly content: Readable
    }
  | { readonly kind: 'manifest'; readonly manifest: ArchiveManifest }

/**
 * Reads an archive in one pass: the header, the tables in chunks, the files, the manifest. What
 * was read is provisional until the manifest comes: it comes when everything has been checked.
 * The input is destroyed at the end.
 * @throws ArchiveError for anything that `ArchiveWriter` would not write; errors of `input`
 */
export async function* readArchive(input: Readable): AsyncGenerator<ArchiveEntry> {
  const order = new EntryOrder()
  const tally = new ArchiveTally()
  let last: string | null = null
  let header: ArchiveHeader | null = null
  let manifest: ArchiveManifest | null = null
  for await (const entry of unpackTar(input)) {
    const { name, size, sha256 } = entry
    const known = knownName(name, order)
    last = name
    if (known.kind === 'manifest') {
      manifest = manifestOf(await jsonOf(entry), header, tally.totals())
      continue
    }
    tally.addEntry(name, size, sha256)
    if (known.kind === 'header') {
      header = headerOf(await jsonOf(entry), name)
      yield { kind: 'header', header }
    } else if (known.kind === 'rows') {
      const rows = rowsOf(await bytesOf(entry, LARGEST_CHUNK), name)
      tally.addRows(known.table, rows.length)
      yield { kind: 'rows', table: known.table, rows, size }
    } else {
      tally.addFile(size)
      const content = Readable.from(entry.content, { objectMode: false })
      try {
        yield { ...known, size, content }
      } finally {
        // Where the consumer stopped half-way, nobody is left to hear of a failure.
        content.destroy()
      }
    }
  }
  if (last === null) throw notAnArchive()
  if (!manifest) throw truncated(last)
  yield { kind: 'manifest', manifest }
}

function knownName(name: string, order: EntryOrder): EntryName {
  const known = readEntryName(name)
  if (!order.hasBegun && known?.kind !== 'header') throw notAnArchive()
  if (!known) throw unsafeName(name)
  if (!order.accepts(known)) throw damaged(name, 'mục này thừa hoặc nằm sai thứ tự')
  return known
}

async function jsonOf(entry: UnpackedEntry): Promise<unknown> {
  const bytes = await bytesOf(entry, LARGEST_FACTS)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw damaged(entry.name, 'nội dung không phải JSON', error)
  }
}

async function bytesOf({ name, size, content }: UnpackedEntry, most: number): Promise<Buffer> {
  if (size > most) throw tooLarge(`mục ${shown(name)} lớn hơn ${most / 1024 / 1024} MB`)
  return Buffer.concat(await Array.fromAsync(content))
}
