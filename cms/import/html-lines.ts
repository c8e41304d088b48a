import { JSDOM } from 'jsdom'
import { cleanCharacters, collapseSpaces, repairText } from '#shared/vietnamese/repair.ts'
import { fileAddress } from './addresses.ts'
import { inlineHtml, safeAddress } from './inline-html.ts'
import { mainContent } from './main-content.ts'
import { refuseDeepNesting } from './nesting.ts'
import { readPageFacts, type PageFacts } from './page-facts.ts'
import { tableHtml, isLayoutTable } from './tables.ts'
import type { Line } from './types.ts'

/** What a page of markup holds: its lines, and what its head and frame say about it. */
interface HtmlContent {
  lines: Line[]
  facts: PageFacts
}

const DROPPED =
  'script,style,noscript,template,iframe,object,embed,form,svg,math,canvas,audio,video,button,input,select,textarea,nav,footer,link,meta,base'
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const RIGHT = 100
const CAPTION_CLASS = /caption|chu-?thich|img-?desc|pcaption|image-?note/iu

/**
 * Reads markup of any quality into lines; scripts never run and nothing is fetched.
 * @throws UnreadableFile for markup nested deeper than any real page
 */
export function htmlToLines(html: string): HtmlContent {
  refuseDeepNesting(html)
  const { document } = new JSDOM(cleanCharacters(html)).window
  const facts = readPageFacts(document)
  for (const element of document.querySelectorAll(DROPPED)) element.remove()
  const walk: Walk = { lines: [], facts, run: [], hasGap: true, isAfterPicture: false }
  walkChildren(mainContent(document), walk, {})
  flush(walk, {})
  return { lines: walk.lines, facts }
}

interface Walk {
  lines: Line[]
  facts: PageFacts
  /** Inline nodes that have not become a line yet. */
  run: Node[]
  hasGap: boolean
  isAfterPicture: boolean
}

type Context = Partial<Pick<Line, 'hint' | 'level' | 'isOrdered' | 'indent'>>

function walkChildren(element: Element, walk: Walk, context: Context): void {
  for (const node of element.childNodes) {
    if (node.nodeType !== node.ELEMENT_NODE && node.nodeType !== node.TEXT_NODE) continue
    const name = node.nodeType === node.ELEMENT_NODE ? (node as Element).localName : ''
    if (name === 'br') flush(walk, context, false)
    else if (name === 'img') readPicture(node as Element, walk)
    else if (BLOCKS.has(name) || holdsBlocks(node)) readBlock(node as Element, walk, context)
    else walk.run.push(node)
  }
}

function readBlock(element: Element, walk: Walk, context: Context): void {
  flush(walk, context)
  walk.hasGap = true
  const name = element.localName
  if (name === 'table' && !isLayoutTable(element)) return readTable(element, walk)
  walkChildren(element, walk, contextOf(element, name, context))
  flush(walk, contextOf(element, name, context))
  walk.hasGap = true
}

function contextOf(element: Element, name: string, context: Context): Context {
  const heading = /^h([1-6])$/u.exec(name)
  if (heading) {
    const level = Number(heading[1])
    return level === 1 ? { hint: 'title' } : { hint: 'heading', level: Math.min(level, 4) }
  }
  if (name === 'ul' || name === 'ol') {
    return {
      ...context,
      level: (context.hint === 'item' ? (context.level ?? 0) : 0) + 1,
      hint: 'item',
      isOrdered: name === 'ol',
    }
  }
  if (name === 'blockquote') return { ...context, hint: 'quote' }
  if (name === 'figcaption' || CAPTION_CLASS.test(element.className)) return { hint: 'caption' }
  const isRight =
    /text-align:\s*right/iu.test(element.getAttribute('style') ?? '') ||
    element.getAttribute('align') === 'right'
  return isRight ? { ...context, indent: RIGHT } : context
}

// Old editors put blocks into <span> and <font>.
function holdsBlocks(node: Node): boolean {
  if (node.nodeType !== node.ELEMENT_NODE) return false
  return [...(node as Element).querySelectorAll('*')].some(
    (inner) => BLOCKS.has(inner.localName) || inner.localName === 'br' || inner.localName === 'img',
  )
}

function flush(walk: Walk, context: Context, endsBlock = true): void {
  const nodes = walk.run.splice(0)
  const text = repairText(nodes.map((node) => node.textContent ?? '').join(''))
  if (text === '') {
    if (!endsBlock && walk.lines.length > 0 && nodes.length === 0) walk.hasGap = true
    return
  }
  collectFiles(nodes, walk)
  const html = collapseSpaces(inlineHtml(nodes, walk.facts.base))
  walk.lines.push({
    text,
    ...(/<\w/u.test(html) && { html }),
    indent: 0,
    ...context,
    hasGap: walk.hasGap,
    ...(walk.isAfterPicture && { isAfterPicture: true }),
  })
  walk.hasGap = false
  walk.isAfterPicture = false
}

function collectFiles(nodes: readonly Node[], walk: Walk): void {
  for (const node of nodes) {
    if (node.nodeType !== node.ELEMENT_NODE) continue
    const element = node as Element
    const links = element.localName === 'a' ? [element] : element.querySelectorAll('a[href]')
    for (const link of links) {
      const address = safeAddress(link.getAttribute('href'), walk.facts.base)
      if (address && fileAddress(address)) walk.facts.attachments.push(address)
    }
  }
}

function readPicture(image: Element, walk: Walk): void {
  flush(walk, {}, false)
  const source = image.getAttribute('data-src') ?? image.getAttribute('src')
  const address = safeAddress(source, walk.facts.base)
  if (address) walk.facts.pictures.push(address)
  walk.isAfterPicture = true
}

function readTable(table: Element, walk: Walk): void {
  const html = tableHtml(table, walk.facts.base)
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => repairText(cell.textContent ?? '')).join(' | '),
  )
  collectFiles([table], walk)
  walk.lines.push({ text: rows.join('\n'), html, hint: 'table', indent: 0, hasGap: true })
}
