import { cleanCharacters, collapseSpaces } from '#shared/vietnamese/repair.ts'
import { isAllCapitals } from '#shared/vietnamese/sentence-case.ts'
import { readName } from './names.ts'
import { rejoinLines } from './rejoin.ts'
import type { Line } from './types.ts'

const TAB_WIDTH = 8
// Two columns of a letterhead that stand on one line.
const COLUMNS = / {6,}|\t+| *\| */u
const LETTERHEAD =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|^Số\s*:|^Nơi nhận|ngày .{0,40}tháng .{0,20}năm/iu
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
  const pieces = joinBlanks(trimmed.split(COLUMNS).map(collapseSpaces).filter(Boolean))
  return isTwoColumns(trimmed, pieces) ? pieces : [collapseSpaces(trimmed)].filter(Boolean)
}

// "Số:        /KH-SCT" and "ngày      tháng 3" leave room to write; they are one piece.
function joinBlanks(pieces: readonly string[]): string[] {
  return pieces.reduce<string[]>((joined, piece) => {
    const before = joined.at(-1)
    if (before === undefined || !/(?:^Số ?:|ngày|tháng)$/iu.test(before)) return [...joined, piece]
    return [...joined.slice(0, -1), `${before} ${piece}`]
  }, [])
}

// Letterhead and signature stand in two columns; elsewhere wide spaces mean nothing.
function isTwoColumns(line: string, pieces: readonly string[]): boolean {
  const last = pieces.at(-1) ?? ''
  if (LETTERHEAD.test(line) || line.startsWith('|') || line.endsWith('|')) return true
  return pieces.length === 2 && last.length < 60 && (isAllCapitals(last) || readName(last) !== null)
}

function indentOf(raw: string): number {
  const lead = /^\s*/u.exec(raw)?.[0] ?? ''
  return lead.replaceAll('\t', ' '.repeat(TAB_WIDTH)).length
}
