import { sampleId } from '../sample-item.ts'
import { inline } from './inline.ts'
import { element, type LexicalNode } from './lexical.ts'

/** An entry of a list: a line, or a line with a list below it. */
export type Entry = string | readonly [line: string, below: readonly Entry[]]

export const h2 = (line: string): LexicalNode => element('heading', inline(line), { tag: 'h2' })
export const h3 = (line: string): LexicalNode => element('heading', inline(line), { tag: 'h3' })
export const quote = (line: string): LexicalNode => element('quote', inline(line))
export const ul = (...entries: Entry[]): LexicalNode => list('bullet', entries)
export const ol = (...entries: Entry[]): LexicalNode => list('number', entries)

export function p(line: string): LexicalNode {
  return element('paragraph', inline(line), { textFormat: 0, textStyle: '' })
}

/** A picture of the sample; caption and credit replace those of the picture. */
export function picture(key: string, caption = '', credit = ''): LexicalNode {
  return {
    type: 'upload',
    version: 3,
    format: '',
    relationTo: 'media',
    value: sampleId('media', key),
    fields: { caption, credit },
  }
}

/** A table whose first row heads its columns. */
export function table(head: readonly string[], ...rows: (readonly string[])[]): LexicalNode {
  return element('table', [row(head, 1), ...rows.map((cells) => row(cells, 0))])
}

function row(cells: readonly string[], headerState: number): LexicalNode {
  return element(
    'tablerow',
    cells.map((cell) => element('tablecell', [p(cell)], { headerState, colSpan: 1, rowSpan: 1 })),
  )
}

function list(listType: 'bullet' | 'number', entries: readonly Entry[]): LexicalNode {
  const items = entries.flatMap((entry) => {
    const [line, below] = typeof entry === 'string' ? [entry, []] : entry
    return below.length > 0 ? [inline(line), [list(listType, below)]] : [inline(line)]
  })
  const tag = listType === 'bullet' ? 'ul' : 'ol'
  return element(
    'list',
    items.map((children, index) => element('listitem', children, { value: index + 1 })),
    { listType, tag, start: 1 },
  )
}
