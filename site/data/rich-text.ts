import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import { loadAttachments } from './attachments.ts'
import { linkPaths, referenceKey, type Reference } from './link-targets.ts'
import type { PageContext } from './page-context.ts'
import { loadPictures } from './pictures.ts'
import { richTextConverters, type Heading } from './rich-text-converters.ts'

export type { Heading } from './rich-text-converters.ts'

export interface RenderedText {
  /** Safe to stand in a page: escaped, no inline style, links of known kinds alone. */
  readonly html: string
  /** In reading order, for a table of contents. */
  readonly headings: readonly Heading[]
}

/** A rich text as the editor keeps it. */
export type RichText = Parameters<typeof convertLexicalToHTML>[0]['data']

/**
 * A rich text as HTML. Pictures, files and links to content that is not public are left out: of a
 * link its words stay. Registers the tag of everything it shows.
 */
export async function renderRichText(
  page: PageContext,
  text: RichText | null | undefined,
): Promise<RenderedText> {
  if (!text) return { html: '', headings: [] }
  const { pictureIds, references } = mentionedIn(text.root)
  const fileIds = references.filter(isFile).map((reference) => String(reference.value))
  const [pictures, paths, files] = await Promise.all([
    loadPictures(page, pictureIds),
    linkPaths(
      page,
      references.filter((reference) => !isFile(reference)),
    ),
    loadAttachments(page, fileIds),
  ])
  const filePaths = new Map(files.map(({ id, href }) => [id, href]))
  const headings: Heading[] = []
  const html = convertLexicalToHTML({
    data: text,
    disableContainer: true,
    converters: richTextConverters({
      picture: (id) => pictures.get(id) ?? null,
      path: (reference) =>
        (isFile(reference)
          ? filePaths.get(String(reference.value))
          : paths.get(referenceKey(reference))) ?? null,
      headings,
    }),
  })
  return { html, headings }
}

/** The words of a rich text alone, cut at the end of a word; for descriptions and excerpts. */
export function plainText(text: RichText | null | undefined, maxLength = 300): string {
  return shortened(wordsOf(text), maxLength)
}

/** All words of a rich text, one space between them. */
export function wordsOf(text: RichText | null | undefined): string {
  const words: string[] = []
  const gather = (node: TextNode): void => {
    if (node.text) words.push(node.text)
    node.children?.forEach(gather)
    if (node.children) words.push(' ')
  }
  if (text) gather(text.root)
  return words.join('').replace(/\s+/gu, ' ').trim()
}

/** A text cut at the end of a word. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  return `${text.slice(0, text.lastIndexOf(' ', maxLength))}…`
}

interface TextNode {
  readonly type?: string
  readonly text?: string
  readonly relationTo?: string
  readonly value?: unknown
  readonly fields?: { readonly linkType?: string; readonly doc?: Reference | null }
  readonly children?: readonly TextNode[]
}

function mentionedIn(root: TextNode): { pictureIds: string[]; references: Reference[] } {
  const pictureIds: string[] = []
  const references: Reference[] = []
  const visit = (node: TextNode): void => {
    if (node.type === 'upload' && typeof node.value === 'string') pictureIds.push(node.value)
    if (node.fields?.linkType === 'internal' && node.fields.doc) references.push(node.fields.doc)
    node.children?.forEach(visit)
  }
  visit(root)
  return { pictureIds, references }
}

function isFile(reference: Reference): boolean {
  return reference.relationTo === 'files'
}
