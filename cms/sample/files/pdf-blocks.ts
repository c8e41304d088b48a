import type PDFDocument from 'pdfkit'
import type { LexicalNode } from '../text/lexical.ts'

type Pdf = InstanceType<typeof PDFDocument>

/** Marks of the levels of a list in Vietnamese administrative papers. */
const MARKS = ['-', '+']
const INDENT = 18

/** Writes the blocks of a text one below the other. */
export function writeBlocks(pdf: Pdf, blocks: readonly LexicalNode[]): void {
  for (const block of blocks) {
    if (block.type === 'heading') pdf.font('bold').fontSize(13).text(wordsOf(block))
    else if (block.type === 'list') writeList(pdf, block, 0)
    else if (block.type === 'table') writeTable(pdf, block)
    else pdf.font('regular').fontSize(13).text(wordsOf(block))
    pdf.moveDown(0.4)
  }
}

function writeList(pdf: Pdf, list: LexicalNode, level: number): void {
  pdf.font('regular').fontSize(13)
  for (const item of childrenOf(list)) {
    const inner = childrenOf(item).find(({ type }) => type === 'list')
    if (inner) writeList(pdf, inner, level + 1)
    else {
      const left = pdf.page.margins.left + INDENT * level
      const width = pdf.page.width - pdf.page.margins.right - left
      pdf.text(`${MARKS[level] ?? '·'} ${wordsOf(item)}`, left, pdf.y, { width })
    }
  }
  pdf.x = pdf.page.margins.left
}

function writeTable(pdf: Pdf, table: LexicalNode): void {
  pdf.fontSize(12)
  pdf.table({
    data: childrenOf(table).map((row, index) =>
      childrenOf(row).map((cell) => ({
        text: wordsOf(cell),
        font: { src: index === 0 ? 'bold' : 'regular' },
      })),
    ),
    defaultStyle: { padding: 4, border: 0.5 },
  })
}

function wordsOf(node: LexicalNode): string {
  if (typeof node.text === 'string') return node.text
  return childrenOf(node).map(wordsOf).join('')
}

function childrenOf(node: LexicalNode): LexicalNode[] {
  return Array.isArray(node.children) ? node.children : []
}
