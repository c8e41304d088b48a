import { findCitations } from '#shared/citations.ts'
import { repairText } from '#shared/vietnamese/repair.ts'
import { findSlips, mendSlips, type Slip } from '#shared/vietnamese/spelling.ts'
import type { Line } from './types.ts'

/** Lines with their typing mended, and one warning for every slip. */
interface MendedLines {
  lines: Line[]
  warnings: string[]
}

/**
 * Mends marks, spaces, document numbers ("23- NQ/TW") and certain slips of typing in all lines.
 * What is not certain is reported and left.
 */
export function mendLines(lines: readonly Line[]): MendedLines {
  const tidy = lines.map((line) =>
    line.hint === 'table' ? line : { ...line, ...mendNumbers(line) },
  )
  const slips = findSlips(tidy.map((line) => line.text).join('\n'))
  return {
    lines: tidy.map((line) => ({
      ...line,
      text: mendSlips(line.text, slips),
      ...(line.html !== undefined && { html: mendSlips(line.html, slips) }),
    })),
    warnings: slips.map(warningOf),
  }
}

function mendNumbers(line: Line): Pick<Line, 'text' | 'html'> {
  const text = repairText(line.text)
  return {
    text: replaceNumbers(text),
    ...(line.html !== undefined && { html: replaceNumbers(line.html) }),
  }
}

function replaceNumbers(text: string): string {
  const pieces: string[] = []
  let end = 0
  for (const { index, length, number } of findCitations(text)) {
    pieces.push(text.slice(end, index), number)
    end = index + length
  }
  return pieces.join('') + text.slice(end)
}

function warningOf({ sort, found, meant, isCertain }: Slip): string {
  const place = { glued: 'Chữ dính liền', shifted: 'Chữ lệch', mark: 'Có thể sai dấu' }[sort]
  if (meant === undefined) return `${place}: “${found}”. Hãy tách lại.`
  if (isCertain) return `${place}: “${found}”, đã sửa thành “${meant}”. Hãy kiểm tra.`
  return `${place}: “${found}”, có lẽ là “${meant}”. Chưa sửa.`
}
