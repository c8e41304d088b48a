import { sampleId, type SampleItem } from '../../sample-item.ts'
import { text, type LexicalNode } from '../../text/lexical.ts'

/** A published static page; its key is its slug. */
export function pageItem(
  key: string,
  title: string,
  summary: string,
  ...blocks: LexicalNode[]
): SampleItem<'pages'> {
  return { key, data: { title, slug: key, summary, body: text(...blocks), _status: 'published' } }
}

/** The page as the target of a menu's link. */
export const pageTarget = (key: string) => ({
  relationTo: 'pages' as const,
  value: sampleId('pages', key),
})
