import type { Block, List } from './types.ts'

const SIGNS = ['-', '+', '*'] as const

/** The body as plain text: parts with an empty line between, lists marked "- ", "+ ", "1. ". */
export function bodyText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.type === 'list' ? listLines(block, 0).join('\n') : block.text))
    .join('\n\n')
}

function listLines(list: List, bulletDepth: number): string[] {
  const sign = SIGNS[Math.min(bulletDepth, SIGNS.length - 1)]
  return list.items.flatMap((item, index) => [
    `${list.isOrdered ? `${list.start + index}.` : sign} ${item.text}`,
    ...(item.list ? listLines(item.list, bulletDepth + (list.isOrdered ? 0 : 1)) : []),
  ])
}
