import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { SearchItem } from './item.ts'

/** The long texts of an item, for passages. */
export type LongTexts = Pick<SearchItem, 'details' | 'body' | 'files'>

const SEPARATOR = '\0'

/** A third of their size. */
export function packTexts({ details, body, files }: LongTexts): Uint8Array {
  return zstdCompressSync(
    [details, body, files].map((text) => text.replaceAll(SEPARATOR, ' ')).join(SEPARATOR),
  )
}

export function unpackTexts(packed: Uint8Array): LongTexts {
  const [details = '', body = '', files = ''] = zstdDecompressSync(packed)
    .toString('utf8')
    .split(SEPARATOR)
  return { details, body, files }
}
