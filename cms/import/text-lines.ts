import { cleanCharacters, collapseSpaces } from '#shared/vietnamese/repair.ts'
import { rejoinLines } from './rejoin.ts'
import type { Line } from './types.ts'

const TAB_WIDTH = 8
// Two columns of a letterhead that stand on one line.
const COLUMNS = / {6,}|\t+| *\| */u
const LETTERHEAD =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|^Số\s*:|^Nơi nhận|ngày .* tháng .* năm/iu
// What stands this far from the left is set to the right.
const RIGHT = 30

/** The lines of a plain text, one a paragraph: hard-wrapped paragraphs are joined again. */
export function textToLines(text: string): Line[] {
  const lines: Line[] = []
  let hasGap = true
  for (const raw of cleanCharacters(text).split('\n')) {
    const pieces = splitColumns(raw)
    if (pieces.length === 0) {
      hasGap = hasGap || !raw.includes('|')
      continue
    }
    for (const [index, piece] of pieces.entries()) {
      const indent = index === 0 ? indentOf(raw) : RIGHT
      lines.push({ text: piece, indent, hasGap: hasGap && index === 0 })
    }
    hasGap = false
  }
  return rejoinLines(lines)
}

function splitColumns(raw: string): string[] {
  const trimmed = raw.trim()
  const pieces =
    LETTERHEAD.test(trimmed) || trimmed.startsWith('|') || trimmed.endsWith('|')
      ? trimmed.split(COLUMNS)
      : [trimmed]
  return pieces.map(collapseSpaces).filter(Boolean)
}

function indentOf(raw: string): number {
  const lead = /^\s*/u.exec(raw)?.[0] ?? ''
  return lead.replaceAll('\t', ' '.repeat(TAB_WIDTH)).length
}
