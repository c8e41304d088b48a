import { SAMPLE_COLLECTIONS, sampleId, type SampleCollection } from '../sample-item.ts'
import { element, type LexicalNode } from './lexical.ts'

const BOLD = 1
const ITALIC = 2
const MARKUP = /\*\*(?<bold>.+?)\*\*|\*(?<italic>.+?)\*|\[(?<label>.+?)\]\((?<target>\S+?)\)/gu

/**
 * A line of text with `**bold**`, `*italic*` and `[links](target)`. A target is an address, or the
 * name of a sample document: `documents:nd-45`.
 */
export function inline(line: string): LexicalNode[] {
  const nodes: LexicalNode[] = []
  let end = 0
  for (const match of line.matchAll(MARKUP)) {
    const { bold, italic, label, target } = match.groups ?? {}
    nodes.push(...words(line.slice(end, match.index)))
    if (bold) nodes.push(...words(bold, BOLD))
    else if (italic) nodes.push(...words(italic, ITALIC))
    else if (label && target) nodes.push(link(label, target))
    end = match.index + match[0].length
  }
  return [...nodes, ...words(line.slice(end))]
}

function words(text: string, format = 0): LexicalNode[] {
  if (!text) return []
  return [{ type: 'text', version: 1, text, format, style: '', mode: 'normal', detail: 0 }]
}

function link(label: string, target: string): LexicalNode {
  const [collection, key] = target.split(':')
  const fields =
    isCollection(collection) && key
      ? {
          linkType: 'internal',
          doc: { relationTo: collection, value: sampleId(collection, key) },
          newTab: false,
        }
      : { linkType: 'custom', url: target, newTab: false }
  return element('link', words(label), { version: 3, fields })
}

function isCollection(word: string | undefined): word is SampleCollection {
  return SAMPLE_COLLECTIONS.some((collection) => collection === word)
}
