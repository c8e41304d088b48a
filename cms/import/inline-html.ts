import { repairMarks } from '#shared/vietnamese/repair.ts'

const KEPT = new Map(
  'strong:strong b:strong em:em i:em u:u s:s del:s strike:s sub:sub sup:sup'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:)/iu

/** Text that is safe inside markup. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/**
 * The markup of inline nodes, rebuilt from what is allowed: bold, italic, underline, strike, sub,
 * sup and links to http, mailto and tel. Everything else leaves its text alone.
 */
export function inlineHtml(nodes: Iterable<Node>, base?: string): string {
  return [...nodes].map((node) => inlineNode(node, base)).join('')
}

/** A link's full address when it is safe to follow; `null` for `javascript:` and the like. */
export function safeAddress(address: string | null, base?: string): string | null {
  const trimmed = address?.trim().replace(/[\p{Cc}\s]/gu, '') ?? ''
  if (SAFE_ADDRESS.test(trimmed)) return URL.canParse(trimmed) ? trimmed : null
  if (!base || !trimmed || /^[a-z][a-z\d+.-]*:/iu.test(trimmed)) return null
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : null
}

function inlineNode(node: Node, base?: string): string {
  if (node.nodeType === node.TEXT_NODE) return escapeHtml(repairEdges(node.textContent ?? ''))
  if (node.nodeType !== node.ELEMENT_NODE) return ''
  const element = node as Element
  const name = element.localName
  if (name === 'br') return ' '
  const inner = inlineHtml(element.childNodes, base)
  if (inner.trim() === '') return inner
  const kept = KEPT.get(name)
  if (kept) return `<${kept}>${inner}</${kept}>`
  const address = name === 'a' ? safeAddress(element.getAttribute('href'), base) : null
  return address ? `<a href="${escapeHtml(address)}">${inner}</a>` : inner
}

// A node's outer spaces part it from its neighbours.
function repairEdges(text: string): string {
  const collapsed = text.replace(/\s+/gu, ' ')
  return repairMarks(collapsed)
}
