import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { LexicalNode } from '../text/lexical.ts'
import type { Office } from '../content/documents/paper.ts'
import { writeBlocks } from './pdf-blocks.ts'

export interface PaperText {
  /** "Quyết định" */
  readonly kind: string
  readonly number: string
  readonly abstract: string
  readonly issuedAt: string
  readonly office: Office
  readonly signer: string
  readonly signerTitle: string
  readonly recipients: readonly string[]
  readonly blocks: readonly LexicalNode[]
  /** Stands on top: this is no real document. */
  readonly warning: string
}

const MM = 72 / 25.4
/** Margins of an administrative paper: NĐ 30/2020/NĐ-CP, Appendix I. */
const MARGINS = { top: 20 * MM, right: 15 * MM, bottom: 20 * MM, left: 30 * MM }

const require = createRequire(import.meta.url)
const font = (style: string) =>
  require.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`)

/** A document as an A4 file, laid out as administrative papers are; its text can be searched. */
export async function paperPdf(paper: PaperText): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    lang: 'vi',
    info: { Title: `${paper.kind} số ${paper.number}`, Author: paper.office.name },
  })
  pdf.registerFont('regular', font('400Regular'))
  pdf.registerFont('bold', font('700Bold'))
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  writeHead(pdf, paper)
  writeBlocks(pdf, paper.blocks)
  writeFoot(pdf, paper)
  pdf.end()
  await finished
  return Buffer.concat(chunks)
}

type Pdf = InstanceType<typeof PDFDocument>

function writeHead(pdf: Pdf, { office, kind, number, abstract, issuedAt, warning }: PaperText) {
  const centred = { align: 'center' } as const
  pdf.font('regular').fontSize(10).fillColor('#7a1512').text(warning, centred)
  pdf.fillColor('#000').moveDown(0.8)
  if (office.above) pdf.font('regular').fontSize(12).text(office.above.toUpperCase(), centred)
  pdf.font('bold').fontSize(12).text(office.name.toUpperCase(), centred)
  pdf.font('regular').fontSize(13).text(`Số: ${number}`, centred).moveDown(0.6)
  pdf.font('bold').fontSize(12).text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', centred)
  pdf.fontSize(13).text('Độc lập - Tự do - Hạnh phúc', centred)
  pdf
    .font('regular')
    .text(`Sông Châu, ${dateInWords(issuedAt)}`, centred)
    .moveDown(1)
  pdf.font('bold').fontSize(14).text(kind.toUpperCase(), centred)
  pdf.fontSize(13).text(abstract, centred).moveDown(1)
}

function writeFoot(pdf: Pdf, { recipients, signer, signerTitle }: PaperText) {
  const right = { align: 'right' } as const
  pdf.moveDown(1).font('bold').fontSize(13).text(signerTitle.toUpperCase(), right)
  pdf.font('regular').text('(đã ký)', right).moveDown(1)
  pdf.font('bold').text(signer, right).moveDown(0.6)
  pdf.font('bold').fontSize(11).text('Nơi nhận:')
  pdf.font('regular')
  for (const recipient of recipients) pdf.text(`- ${recipient};`)
}

/** "ngày 05 tháng 9 năm 2026": days below 10 and the months January and February carry a zero. */
function dateInWords(date: string): string {
  const [year, month = '', day] = date.split('-')
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}
