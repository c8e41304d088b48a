import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { keptText } from './kept-text.ts'
import { broken } from './office-problems.ts'
import { unpack } from './office-package.ts'

/** Parts that the text needs; pictures and fonts stay packed. */
const TEXT_PART = /^(\[Content_Types\]\.xml|_rels\/|word\/[^/]*\.xml$|word\/_rels\/)/
const MAX_PART = 32 * 1024 * 1024
const MAX_PARTS = 64 * 1024 * 1024

/**
 * The text of a Word document. Only a bounded copy of its text parts is given to the reader, so a
 * small file cannot unpack to gigabytes.
 */
export async function readWord(data: Buffer): Promise<{ pages: null; text: string | null }> {
  let total = 0
  const parts = unpack(data, ({ name, originalSize }) => {
    if (!TEXT_PART.test(name)) return false
    total += originalSize
    if (originalSize > MAX_PART || total > MAX_PARTS) throw broken()
    return true
  })
  try {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(zipSync(parts, { level: 0 })),
    })
    return { pages: null, text: keptText(value) }
  } catch {
    throw broken()
  }
}
