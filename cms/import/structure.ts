import { isAllCapitals, sentenceCase } from '#shared/vietnamese/sentence-case.ts'
import { assembleLists, type ListEntry } from './lists.ts'
import { readMarker, type Marker } from './markers.ts'
import { isTitleLike, LONGEST_HEADING, type Entry } from './entries.ts'
import { headingNumbers } from './numbered.ts'
import type { Block, Line } from './types.ts'

const LONGEST_SUBHEADING = 120

/** The text's parts from its lines: headings, paragraphs, nested lists, tables, quotes. */
export function buildBlocks(lines: readonly Line[]): Block[] {
  const entries = lines.map((line) => ({ line, marker: markerOf(line) }))
  const hasChapters = entries.some(({ marker }) => marker?.kind === 'chapter')
  const numbers = headingNumbers(entries)
  const reference = lines.map(({ text }) => text).join('\n')
  const blocks: (Block | ListEntry)[] = []
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index]!
    const next = entries[index + 1]
    if (isBareDivision(entry, next)) {
      const text = `${divisionLabel(entry.marker)} ${usualCase(next!.line.text, reference)}`
      blocks.push(heading(entry.marker?.kind === 'section' ? 3 : 2, text))
      index += 1
    } else blocks.push(readEntry(entry, next, numbers.get(entry), hasChapters, reference))
  }
  return assembleLists(blocks)
}

function markerOf(line: Line): Marker | null {
  return line.hint === 'table' || line.hint === 'item' ? null : readMarker(line.text)
}

function readEntry(
  { line, marker }: Entry,
  next: Entry | undefined,
  number: 'heading' | 'item' | 'paragraph' | undefined,
  hasChapters: boolean,
  reference: string,
): Block | ListEntry {
  const { text, html } = line
  const inline = { text, ...(html !== undefined && { html }) }
  if (line.hint === 'table') return { type: 'table', ...inline }
  if (line.hint === 'item')
    return {
      type: 'entry',
      sign: line.isOrdered ? '1.' : `depth`,
      depth: line.level ?? 1,
      isOrdered: line.isOrdered ?? false,
      ...inline,
    }
  if (line.hint === 'heading') return heading(clampLevel(line.level), usualCase(text, reference))
  if (line.hint === 'quote') return { type: 'quote', ...inline }
  if (marker?.kind === 'bullet')
    return {
      type: 'entry',
      sign: marker.sign,
      isOrdered: false,
      ...withoutMark(inline, marker.rest),
    }
  if (marker?.kind === 'number' && number === 'item') {
    return {
      type: 'entry',
      sign: '1.',
      isOrdered: true,
      order: marker.order,
      ...withoutMark(inline, marker.rest),
    }
  }
  const level = headingLevel(marker, text, number, hasChapters, next)
  if (level) return heading(level, headingText(marker, text, reference))
  if (isSubheading(line, marker, next)) return heading(2, usualCase(text, reference))
  if (isAllCapitals(text) && text.length <= LONGEST_HEADING) {
    const usual = usualCase(text, reference)
    return { type: 'paragraph', text: usual, runIn: usual }
  }
  return { type: 'paragraph', ...inline, ...runIn(text, marker) }
}

function headingLevel(
  marker: Marker | null,
  text: string,
  number: 'heading' | 'item' | 'paragraph' | undefined,
  hasChapters: boolean,
  next: Entry | undefined,
): 2 | 3 | 4 | null {
  if (marker?.kind === 'number') return number === 'heading' ? 3 : null
  if (marker?.kind === 'chapter' || marker?.kind === 'part') return 2
  if (marker?.kind === 'section') return 3
  if (!isTitleLike(text)) return null
  if (marker?.kind === 'article') return marker.rest === '' ? null : hasChapters ? 3 : 2
  if (marker?.kind === 'roman')
    return next === undefined || next.marker?.kind === 'roman' ? null : 2
  return null
}

// "Chương I" on one line, its name in the next.
function isBareDivision({ marker }: Entry, next: Entry | undefined): boolean {
  return (
    marker !== null &&
    ['chapter', 'part', 'section'].includes(marker.kind) &&
    marker.rest === '' &&
    next !== undefined &&
    next.marker === null &&
    isTitleLike(next.line.text)
  )
}

// A short line of its own between paragraphs, or one that is all bold.
function isSubheading(line: Line, marker: Marker | null, next: Entry | undefined): boolean {
  if (marker || !next || !isTitleLike(line.text) || line.text.length > LONGEST_SUBHEADING)
    return false
  if (!/^["“]?\p{Lu}/u.test(line.text) || line.indent >= 20) return false
  const isBold = /^<strong>(?:(?!<\/strong>).)*<\/strong>$/u.test(line.html ?? '')
  const isApart =
    line.hasGap &&
    next.line.hasGap &&
    next.line.text.length >= 25 &&
    /[.:;…]$/u.test(next.line.text)
  const leadsToText =
    next.line.text.length >= 60 || next.marker !== null || next.line.hint === 'item'
  return (
    (isBold && leadsToText) ||
    (line.html === undefined && isApart && line.text.split(' ').length <= 20)
  )
}

function headingText(marker: Marker | null, text: string, reference: string): string {
  if (!marker || marker.kind === 'bullet') return usualCase(text, reference)
  const label = divisionLabel(marker)
  return marker.rest === ''
    ? label.replace(/\.$/u, '')
    : `${label} ${usualCase(marker.rest, reference)}`
}

function divisionLabel(marker: Marker | null): string {
  const label = marker && marker.kind !== 'bullet' ? marker.label : ''
  const usual = label.replace(/^\p{Lu}{2,}(?: LỤC)?(?= |$)/u, (word) =>
    /^[IVX]+$/u.test(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase(),
  )
  return usual.endsWith('.') || usual.endsWith(')') ? usual : `${usual}.`
}

function usualCase(text: string, reference: string): string {
  return isAllCapitals(text) ? sentenceCase(text, reference) : text
}

function heading(level: 2 | 3 | 4, text: string): Block {
  return { type: 'heading', level, text }
}

function clampLevel(level = 2): 2 | 3 | 4 {
  return level <= 2 ? 2 : level === 3 ? 3 : 4
}

// "1. Sở Tài chính: …" and "Điều 2. …" name themselves in their first words.
function runIn(text: string, marker: Marker | null): { runIn?: string } {
  if (marker?.kind === 'article')
    return { runIn: /^Điều \S+?[.:]?(?= |$)/iu.exec(text)?.[0] ?? marker.label }
  if (marker?.kind !== 'number' && marker?.kind !== 'roman') return {}
  const named = /^\S+ [^.:;]{2,80}:(?= )/u.exec(text)?.[0]
  return named ? { runIn: named } : {}
}

function withoutMark(
  inline: { text: string; html?: string },
  rest: string,
): { text: string; html?: string } {
  if (inline.html === undefined) return { text: rest }
  const mark = inline.text.slice(0, inline.text.length - rest.length).trim()
  const escaped = mark.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  return {
    text: rest,
    html: inline.html.replace(new RegExp(`^((?:<[^>]+>)*)\\s*${escaped}\\s*`, 'u'), '$1'),
  }
}
