import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { extract, type Extract, type Header } from 'tar-stream'
import { damaged, notAnArchive, truncated } from './archive-error.ts'
import { decompress } from './decompress.ts'
import { statedHash, type PackedEntry } from './packed-entry.ts'

/** A plain file in a tar, while it is being read. */
export interface UnpackedEntry extends PackedEntry {
  /** Throws an ArchiveError at its end when this is not what was packed. */
  readonly content: AsyncIterable<Buffer>
}

interface Flow {
  /** Name of the entry that was reached. */
  place: string | null
  isInputOver: boolean
  /** What the input or the tar failed of: the streams pass on less than that. */
  failure: unknown
}

/**
 * The entries of a compressed tar. Each must be read to its end before the next is asked for, and
 * all are provisional until the generator is done: the check of the whole comes last.
 * @throws ArchiveError for what is no whole tar of plain files; errors of `input` as they are
 */
export async function* unpackTar(input: Readable): AsyncGenerator<UnpackedEntry> {
  const tar = extract()
  const flow: Flow = { place: null, isInputOver: false, failure: null }
  tar.on('error', (error: Error) => (flow.failure ??= explained(error, flow)))
  const feeding = feed(input, tar, flow)
  try {
    for await (const entry of tar) {
      flow.place = entry.header.name
      const file = plainFileOf(entry.header)
      let isRead = false
      const content = verified(entry as AsyncIterable<Buffer>, file, flow, () => (isRead = true))
      yield { ...file, content }
      if (!isRead) throw new Error(`The entry ${file.name} was not read to its end.`)
    }
  } catch (error) {
    throw flow.failure ?? error
  } finally {
    tar.destroy()
    input.destroy()
    await feeding
  }
}

async function feed(input: Readable, tar: Extract, flow: Flow): Promise<void> {
  let proceed = () => {}
  tar.on('drain', () => proceed())
  tar.on('close', () => proceed())
  try {
    for await (const block of decompress(input, () => flow.place)) {
      if (!tar.write(block) && !tar.destroyed) {
        await new Promise<void>((resolve) => (proceed = resolve))
      }
      if (tar.destroyed) return
    }
    flow.isInputOver = true
    tar.end(null)
  } catch (error) {
    flow.failure ??= error
    tar.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

function plainFileOf(header: Header): PackedEntry {
  const { name, size, type } = header
  const sha256 = statedHash(header)
  if (type !== 'file') throw damaged(name, 'mục này không phải tệp thường')
  if (!Number.isSafeInteger(size)) throw damaged(name, 'kích thước không hợp lệ')
  if (sha256 === null) throw damaged(name, 'thiếu mã kiểm tra SHA-256')
  return { name, size, sha256 }
}

async function* verified(
  blocks: AsyncIterable<Buffer>,
  { name, sha256 }: PackedEntry,
  flow: Flow,
  onEnd: () => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  try {
    for await (const block of blocks) {
      hash.update(block)
      yield block
    }
  } catch (error) {
    throw flow.failure ?? error
  }
  if (hash.digest('hex') !== sha256) {
    throw damaged(name, 'nội dung không khớp mã kiểm tra SHA-256')
  }
  onEnd()
}

function explained(error: Error, { isInputOver, place }: Flow): Error {
  if (isInputOver) return truncated(place, error)
  return place === null ? notAnArchive(error) : damaged(place, 'cấu trúc tar không đọc được', error)
}
