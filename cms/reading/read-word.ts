import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { keptText, type ReadText } from './kept-text.ts'
import { broken } from './office-problems.ts'
import { unpack } from './office-package.ts'
import { ReadingLimit } from './reading-limit.ts'

/** Parts of XML; pictures and fonts stay packed. */
const XML_PART = /^(\[Content_Types\]\.xml|_rels\/|word\/[^/]*\.xml$|word\/_rels\/)/
/** Of these, what holds no text of the body. */
const OTHER_PART =
  /^word\/(_rels\/)?(comments|endnotes|fontTable|footer|footnotes|header|numbering|people|settings|styles|webSettings)/
const MAX_UNPACKED = 32 * 1024 * 1024
/** Some 350,000 letters of a document as Word writes it; the reader needs 60 times that memory. */
const MAX_XML = 2 * 1024 * 1024

/**
 * The text of a Word document.
 * @throws FileRefused where it does not open
 * @throws ReadingLimit where it has too much XML to be read
 */
export async function readWord(data: Buffer): Promise<ReadText> {
  const parts = textParts(data)
  try {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(zipSync(parts, { level: 0 })),
    })
    return { pages: null, text: keptText(value) }
  } catch {
    throw broken()
  }
}

/** All parts of XML, or those of the body alone where the others are too large to be read too. */
function textParts(data: Buffer): Record<string, Uint8Array> {
  let unpacked = 0
  const parts = unpack(data, ({ name, originalSize }) => {
    if (!XML_PART.test(name)) return false
    unpacked += originalSize
    if (unpacked > MAX_UNPACKED) throw new ReadingLimit('memory')
    return true
  })
  if (unpacked <= MAX_XML) return parts
  const body = Object.entries(parts).filter(([name]) => !OTHER_PART.test(name))
  if (body.reduce((sum, [, part]) => sum + part.length, 0) > MAX_XML) {
    throw new ReadingLimit('memory')
  }
  return Object.fromEntries(body)
}
