import { deflateSync } from 'node:zlib'
import { docx } from './office-files.ts'

/** Word files of some kilobytes that unpack to tens of megabytes of XML. */
export const heavyWord = {
  paragraphs: () => docx('</w:t></w:r></w:p><w:p><w:r><w:t>a'.repeat(700_000)),
  // Below every limit of size; the reader makes hundreds of megabytes of objects of it.
  emptyRuns: () => docx(`</w:t></w:r>${'<w:r/>'.repeat(330_000)}<w:r><w:t>`),
}

/** A page with this content, and the objects that follow it, numbered from 5. */
function pdfOf(content: string, resources = '', more: readonly Buffer[] = []): Buffer {
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<${resources}>>>>`,
    ),
    pdfStream(content),
    ...more,
  ]
  return writePdf(objects)
}

function pdfStream(content: string, entries = ''): Buffer {
  const packed = deflateSync(content)
  const head = `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>stream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

/** PDF files of some kilobytes that need memory or time without end. */
export const heavyPdf = {
  longPage: () => pdfOf(`BT ${'(a) Tj 1 1 Td '.repeat(7_000_000)} ET`),
  /** Thirty forms, each of which shows the next one ten times; the last one shows a letter. */
  nestedForms: () =>
    pdfOf('/X Do', '/XObject<</X 5 0 R>>', [
      ...Array.from({ length: 30 }, (_, n) =>
        form('/X Do '.repeat(10), `/XObject<</X ${n + 6} 0 R>>`),
      ),
      form('BT /F1 9 Tf (a) Tj ET', '/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>'),
    ]),
}

function form(content: string, resources: string): Buffer {
  return pdfStream(content, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`)
}

function writePdf(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')]
  let length = parts[0]?.length ?? 0
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(length)
    length += part.length
    parts.push(part)
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}
