/** The parts of Lexical's JSON that the portal's editor makes (cms/fields/rich-text.ts). */
export interface LexicalNode {
  type: string
  version: number
  [property: string]: unknown
}

export interface LexicalText {
  root: {
    type: 'root'
    children: LexicalNode[]
    direction: 'ltr'
    format: ''
    indent: number
    version: number
  }
  [property: string]: unknown
}

/** A node with children, as the editor stores it. */
export function element(
  type: string,
  children: readonly LexicalNode[],
  more: Record<string, unknown> = {},
): LexicalNode {
  return { type, version: 1, direction: 'ltr', format: '', indent: 0, ...more, children }
}

/** The whole text of a field. */
export function text(...blocks: LexicalNode[]): LexicalText {
  return {
    root: { type: 'root', children: blocks, direction: 'ltr', format: '', indent: 0, version: 1 },
  }
}
