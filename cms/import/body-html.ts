import { escapeHtml } from './inline-html.ts'
import type { Block, Inline, List } from './types.ts'

/** The body as clean markup, for the conversion to rich text. */
export function bodyHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('\n')
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`
    case 'quote':
      return `<blockquote>${inlineOf(block)}</blockquote>`
    case 'table':
      return block.html ?? `<p>${escapeHtml(block.text)}</p>`
    case 'list':
      return listHtml(block)
    case 'paragraph':
      return `<p>${block.html ?? paragraphHtml(block.text, block.runIn)}</p>`
  }
}

function paragraphHtml(text: string, runIn: string | undefined): string {
  if (!runIn || !text.startsWith(runIn)) return escapeHtml(text)
  return `<strong>${escapeHtml(runIn)}</strong>${escapeHtml(text.slice(runIn.length))}`
}

function listHtml(list: List): string {
  const items = list.items.map(
    (item) => `<li>${inlineOf(item)}${item.list ? listHtml(item.list) : ''}</li>`,
  )
  if (!list.isOrdered) return `<ul>${items.join('')}</ul>`
  return `<ol${list.start > 1 ? ` start="${list.start}"` : ''}>${items.join('')}</ol>`
}

function inlineOf({ text, html }: Inline): string {
  return html ?? escapeHtml(text)
}
