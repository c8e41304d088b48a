import { strToU8, zipSync } from 'fflate'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** A Word document of one paragraph, as small as Word still opens. */
export function docx(text: string, more: Record<string, Uint8Array> = {}): Buffer {
  return packageOf({
    ...contentTypes('/word/document.xml', WORD),
    '_rels/.rels': relation('word/document.xml'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ...more,
  })
}

/** An Excel workbook without sheets. */
export function xlsx(): Buffer {
  return packageOf({
    ...contentTypes('/xl/workbook.xml', EXCEL),
    '_rels/.rels': relation('xl/workbook.xml'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    ),
  })
}

/** A ZIP of text files. */
export function zip(files: Record<string, string>): Buffer {
  return packageOf(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  )
}

/** What Word before 2007 wrote, as far as its container tells: header and names of streams. */
export function compoundFile(...streams: string[]): Buffer {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  return Buffer.concat([header, ...streams.map((name) => Buffer.from(name, 'utf16le'))])
}

function packageOf(parts: Record<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(parts))
}

function contentTypes(part: string, type: string): Record<string, Uint8Array> {
  const list = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`
  return { '[Content_Types].xml': strToU8(list) }
}

function relation(target: string): Uint8Array {
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
  )
}
