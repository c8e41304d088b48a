import { pipeline, type Readable } from 'node:stream'
import { constants, createZstdDecompress } from 'node:zlib'
import { damaged, notAnArchive, tooLarge, truncated } from './archive-error.ts'

const BLOCK = 128 * 1024
// 8 MB, what the format asks every reader to bear (RFC 8878, 3.1.1.1.2). Ours are of 2 MB.
const LARGEST_WINDOW_LOG = 23
const MOST_TIMES_LARGER = 2000
const GUARDED_FROM = 64 * 1024 * 1024

/**
 * What one Zstandard frame holds, block by block; it is right when the generator is done.
 * @param place the name of the entry that was reached, for messages
 * @throws ArchiveError for anything but one whole frame, and for a bomb; errors of `input` as they are
 */
export async function* decompress(
  input: Readable,
  place: () => string | null,
): AsyncGenerator<Buffer> {
  const params = { [constants.ZSTD_d_windowLogMax]: LARGEST_WINDOW_LOG }
  const frame = createZstdDecompress({ params, chunkSize: BLOCK })
  let read = 0
  let given = 0
  const counted = async function* (blocks: AsyncIterable<Buffer>) {
    for await (const block of blocks) {
      read += block.length
      yield block
    }
  }
  // Whatever fails, fails the frame too, and comes out below.
  pipeline(input, counted, frame, () => {})
  try {
    for await (const block of frame as AsyncIterable<Buffer>) {
      given += block.length
      if (given > GUARDED_FROM && given > read * MOST_TIMES_LARGER) throw bomb()
      yield block
    }
  } catch (error) {
    throw explained(error, read, place())
  }
  // The decompressor stops at the end of its frame and leaves what follows.
  if (frame.bytesWritten !== read) throw damaged(place(), 'có dữ liệu thừa ở cuối tệp')
}

function bomb(): Error {
  return tooLarge(`dữ liệu giải nén lớn hơn ${MOST_TIMES_LARGER} lần dữ liệu nén`)
}

function explained(error: unknown, read: number, place: string | null): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return read === 0 ? notAnArchive(error) : truncated(place, error)
  if (code === 'ZSTD_error_prefix_unknown' && place === null) return notAnArchive(error)
  if (code === 'ZSTD_error_frameParameter_windowTooLarge') {
    return tooLarge('cần quá nhiều bộ nhớ để giải nén', error)
  }
  if (code.startsWith('ZSTD_')) return damaged(place, 'dữ liệu nén không đọc được', error)
  return error
}
