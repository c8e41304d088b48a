import { strToU8, zipSync } from 'fflate'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A Word file: its title, then one paragraph a line. */
export function wordFile(title: string, lines: readonly string[]): Buffer {
  const run = (line: string, properties = '') =>
    `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>${properties}` +
    `<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`
  const body = [
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(title, '<w:b/>')}</w:p>`,
    ...lines.map((line) => `<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>${run(line)}</w:p>`),
  ].join('')
  return packed('word/document.xml', 'wordprocessingml.document', {
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  })
}

/** An Excel file of one sheet. */
export function excelFile(name: string, rows: readonly (readonly (string | number)[])[]): Buffer {
  const cell = (value: string | number) =>
    typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`
  const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
  return packed(
    'xl/workbook.xml',
    'spreadsheetml.sheet',
    {
      'xl/workbook.xml':
        `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>` +
        `<sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships('worksheet', 'worksheets/sheet1.xml'),
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData>${data}</sheetData></worksheet>`,
    },
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheet}"/>`,
  )
}

/** A ZIP file of other files. */
export function zipFile(files: Record<string, Buffer>): Buffer {
  return Buffer.from(zipSync(files))
}

function packed(
  main: string,
  kind: 'wordprocessingml.document' | 'spreadsheetml.sheet',
  parts: Record<string, string>,
  overrides = '',
): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${kind}.main+xml`
  const xml = 'application/vnd.openxmlformats-package.relationships+xml'
  const all: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${xml}"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/${main}" ContentType="${type}"/>${overrides}</Types>`,
    '_rels/.rels': relationships('officeDocument', main),
    ...parts,
  }
  return zipFile(
    Object.fromEntries(
      Object.entries(all).map(([name, text]) => [name, Buffer.from(strToU8(HEAD + text))]),
    ),
  )
}

function relationships(type: string, target: string): string {
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
  )
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}
