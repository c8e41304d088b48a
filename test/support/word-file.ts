import { strToU8, zipSync } from 'fflate'

/** A part of a Word file: a paragraph with its style, or a table of paragraphs. */
export type WordPart =
  { text: string; style?: 'Heading1' | 'Heading2'; isBold?: boolean } | { rows: string[][][] }

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The bytes of a small .docx file. */
export function wordFile(parts: readonly WordPart[]): Uint8Array {
  const body = parts.map((part) => ('rows' in part ? table(part.rows) : paragraph(part))).join('')
  const styles = [1, 2].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(`${HEAD}<w:styles ${NAMESPACE}>${styles.join('')}</w:styles>`),
    'word/document.xml': strToU8(
      `${HEAD}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    ),
  })
}

function paragraph({ text, style, isBold }: Exclude<WordPart, { rows: unknown }>): string {
  const look = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  const run = isBold ? '<w:rPr><w:b/></w:rPr>' : ''
  return `<w:p>${look}<w:r>${run}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function table(rows: string[][][]): string {
  const cells = (row: string[][]) =>
    row.map((cell) => `<w:tc>${cell.map((text) => paragraph({ text })).join('')}</w:tc>`).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}
