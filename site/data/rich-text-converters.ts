import type { HTMLConverters } from '@payloadcms/richtext-lexical/html'
import { isLinkAddress } from '#shared/link-address.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import { escapeHtml } from './escape-html.ts'
import type { Reference } from './link-targets.ts'
import { captionText, type Picture } from './pictures.ts'

export interface Heading {
  readonly id: string
  readonly text: string
  readonly level: 2 | 3 | 4
}

/** What the text refers to, loaded before; `null` for what is not public. */
export interface TextSurroundings {
  picture(id: string): Picture | null
  path(reference: Reference): string | null
  /** Filled with the headings as they are met. */
  readonly headings: Heading[]
}

/**
 * Converters of every node that our editor makes. The stock ones write inline styles, which the
 * content security policy blocks, and put a nested list into a list item of its own.
 */
export function richTextConverters(around: TextSurroundings): HTMLConverters {
  let tables = 0
  const converters: Record<string, (args: NodeArguments) => string> = {
    paragraph: (args) => {
      const inner = childrenOf(args)
      return inner && `<p${alignment(args.node)}>${inner}</p>`
    },
    heading: (args) => headingHtml(args, around.headings),
    text: ({ node }) => textHtml(node),
    linebreak: () => '<br>',
    tab: () => ' ',
    horizontalrule: () => '<hr>',
    quote: (args) => `<blockquote><p>${childrenOf(args)}</p></blockquote>`,
    list: listHtml,
    link: (args) => linkHtml(args, around),
    autolink: (args) => linkHtml(args, around),
    upload: ({ node }) => figureHtml(node, around),
    table: (args) =>
      `<section class="scroll-x" aria-label="Bảng ${++tables}" tabindex="0">` +
      `<table class="table"><tbody>${childrenOf(args)}</tbody></table></section>`,
    tablerow: (args) => `<tr>${childrenOf(args)}</tr>`,
    tablecell: cellHtml,
    unknown: () => '',
  }
  return converters
}

interface TextNode {
  readonly type: string
  readonly text?: string
  readonly format?: number | string
  readonly tag?: string
  readonly listType?: string
  /** Numbers come from stored JSON: unknown until they are read as such. */
  readonly start?: unknown
  readonly value?: unknown
  readonly headerState?: number
  readonly colSpan?: unknown
  readonly rowSpan?: unknown
  readonly fields?: {
    readonly url?: string | null
    readonly linkType?: string
    readonly doc?: Reference | null
    readonly newTab?: boolean | null
    readonly caption?: string | null
    readonly credit?: string | null
  }
  readonly children?: readonly TextNode[]
}

interface NodeArguments {
  readonly node: TextNode
  nodesToHTML(args: { nodes: readonly TextNode[] }): string[]
}

/** Bits of a text's format, and the element each one is. */
const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const

function childrenOf({ node, nodesToHTML }: NodeArguments): string {
  return nodesToHTML({ nodes: node.children ?? [] }).join('')
}

function textHtml(node: TextNode): string {
  const format = Number(node.format ?? 0)
  return FORMATS.filter(([bit]) => format & bit).reduce(
    (inner, [, element]) => `<${element}>${inner}</${element}>`,
    keepTogether(escapeHtml(node.text ?? '')),
  )
}

/** A document's number and an amount with its unit do not part at the end of a line. */
function keepTogether(html: string): string {
  return html
    .replace(/(\d) (?=%)/gu, '$1\u00A0')
    .replace(DOCUMENT_NUMBER, '<span class="nowrap">$&</span>')
}

/** "28/2018/TT-BTC", "2677/QĐ-UBND", "122-KH/TU" */
const DOCUMENT_NUMBER =
  /(?<![\p{L}\d/-])\d{1,5}(?:\/\d{4})?(?:\/\p{Lu}[\p{L}\d]*(?:-\p{Lu}[\p{L}\d]*)+|-\p{Lu}{2,}\/\p{Lu}{2,})/gu

function alignment(node: TextNode): string {
  if (node.format === 'center') return ' class="centred"'
  return node.format === 'right' || node.format === 'end' ? ' class="at-end"' : ''
}

function headingHtml(args: NodeArguments, headings: Heading[]): string {
  const level = args.node.tag === 'h4' ? 4 : args.node.tag === 'h3' ? 3 : 2
  const text = wordsOf(args.node)
  if (!text) return ''
  const base = `muc-${slugify(text, { fallback: 'khong-ten', maxLength: 60 })}`
  const taken = headings.filter(({ id }) => id === base || id.startsWith(`${base}--`)).length
  const id = taken > 0 ? `${base}--${taken + 1}` : base
  headings.push({ id, text, level })
  return `<h${level} id="${id}">${childrenOf(args)}</h${level}>`
}

function wordsOf(node: TextNode): string {
  return node.text ?? (node.children ?? []).map(wordsOf).join('').trim()
}

/** The editor keeps a nested list in an item of its own: it belongs to the item before it. */
function listHtml({ node, nodesToHTML }: NodeArguments): string {
  const items: string[] = []
  for (const item of node.children ?? []) {
    const nodes = item.children ?? []
    const inner = nodesToHTML({ nodes }).join('')
    const isNested = nodes.length > 0 && nodes.every(({ type }) => type === 'list')
    if (isNested && items.length > 0) items[items.length - 1] += inner
    else items.push(inner)
  }
  const element = node.listType === 'number' ? 'ol' : 'ul'
  const start = element === 'ol' ? spanAttribute('start', node.start) : ''
  return `<${element}${start}>${items.map((item) => `<li>${item}</li>`).join('')}</${element}>`
}

function linkHtml(args: NodeArguments, around: TextSurroundings): string {
  const { fields } = args.node
  const address =
    fields?.linkType === 'internal'
      ? fields.doc && around.path(fields.doc)
      : (fields?.url ?? '').trim()
  const inner = childrenOf(args)
  if (!address || !isLinkAddress(address)) return inner
  const newTab = fields?.newTab ? ' target="_blank" rel="noopener"' : ''
  return `<a href="${escapeHtml(address)}"${newTab}>${inner}</a>`
}

function figureHtml(node: TextNode, around: TextSurroundings): string {
  const picture = typeof node.value === 'string' ? around.picture(node.value) : null
  if (!picture) return ''
  const caption = captionText(
    node.fields?.caption || picture.caption,
    node.fields?.credit || picture.credit,
  )
  const srcset =
    picture.srcset && ` srcset="${picture.srcset}" sizes="(width >= 48rem) 42rem, 100vw"`
  return (
    `<figure><img src="${picture.src}"${srcset} width="${picture.width}" height="${picture.height}"` +
    ` alt="${escapeHtml(picture.alt)}" loading="lazy">` +
    `${caption && `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`
  )
}

/** `headerState`: 1 heads its column, 2 its row, 3 both. */
function cellHtml(args: NodeArguments): string {
  const { headerState = 0, colSpan, rowSpan } = args.node
  const element = headerState > 0 ? 'th' : 'td'
  const scope = headerState > 0 ? ` scope="${headerState === 2 ? 'row' : 'col'}"` : ''
  const columns = spanAttribute('colspan', colSpan)
  const rows = spanAttribute('rowspan', rowSpan)
  return `<${element}${scope}${columns}${rows}>${childrenOf(args)}</${element}>`
}

/** A number above one as an attribute; one is the default of all three. */
function spanAttribute(name: 'colspan' | 'rowspan' | 'start', value: unknown): string {
  const number = Number(value)
  return Number.isInteger(number) && number > 1 ? ` ${name}="${number}"` : ''
}
