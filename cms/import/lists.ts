import type { Block, Inline, List, ListItem } from './types.ts'

/** A list item that has not found its list yet. */
export interface ListEntry extends Inline {
  type: 'entry'
  /** Its mark: what has the same mark is on the same level. */
  sign: string
  isOrdered: boolean
  order?: number
  /** Its depth, where the markup says it. */
  depth?: number
}

interface Level {
  sign: string
  list: List
}

// In administrative texts "1." holds "-", and "-" holds "+".
const RANK = ['1.', '-', '+']

/** Gathers neighbouring entries into nested lists. */
export function assembleLists(parts: readonly (Block | ListEntry)[]): Block[] {
  const blocks: Block[] = []
  let levels: Level[] = []
  let isMarkup = false
  for (const part of parts) {
    if (part.type !== 'entry') {
      blocks.push(part)
      levels = []
      continue
    }
    // A list of the markup and typed marks below it are two lists.
    if (isMarkup !== (part.depth !== undefined)) levels = []
    isMarkup = part.depth !== undefined
    levels = levelsFor(levels, part)
    const level = levels.at(-1)!
    if (levels.length === 1 && blocks.at(-1) !== level.list) blocks.push(level.list)
    level.list.items.push({ text: part.text, ...(part.html !== undefined && { html: part.html }) })
  }
  return blocks
}

function levelsFor(levels: readonly Level[], entry: ListEntry): Level[] {
  if (entry.depth !== undefined) return levelsByDepth(levels, entry, entry.depth)
  const same = levels.findIndex(({ sign }) => sign === entry.sign)
  if (same >= 0) return levels.slice(0, same + 1)
  const outer = levels.filter(({ sign }) => !ranksBelow(sign, entry.sign))
  return open(outer, entry)
}

// "-" after a lone "+" is not inside it.
function ranksBelow(sign: string, other: string): boolean {
  const [a, b] = [RANK.indexOf(sign), RANK.indexOf(other)]
  return a >= 0 && b >= 0 && a > b
}

function levelsByDepth(levels: readonly Level[], entry: ListEntry, depth: number): Level[] {
  const kept = levels.slice(0, depth)
  const last = kept.at(-1)
  if (kept.length === depth && last?.list.isOrdered === entry.isOrdered) return kept
  return open(kept.length === depth ? kept.slice(0, -1) : kept, entry)
}

function open(levels: readonly Level[], entry: ListEntry): Level[] {
  const list: List = {
    type: 'list',
    isOrdered: entry.isOrdered,
    start: entry.order ?? 1,
    items: [],
  }
  const parent: ListItem | undefined = levels.at(-1)?.list.items.at(-1)
  if (parent?.list) return [...levels, { sign: entry.sign, list: parent.list }]
  if (parent) parent.list = list
  return [...(parent ? levels : []), { sign: entry.sign, list }]
}
