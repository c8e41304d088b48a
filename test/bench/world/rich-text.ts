import type { Random } from './random.ts'
import { paragraph, sentence } from './sentences.ts'
import { HEADINGS } from './words.ts'

/** Content that a text may link to. */
export interface LinkTarget {
  readonly relationTo: 'news' | 'documents'
  readonly value: string
}

export interface BodyOptions {
  readonly paragraphs: number
  /** For links in the text; none where it gives nothing. */
  readonly target?: () => LinkTarget | null
  /** Id of a picture in the middle of the text. */
  readonly picture?: string | null
}

/** A long text as Payload's editor stores it: paragraphs, headings, lists, links, a picture. */
export function body(random: Random, { paragraphs, target, picture }: BodyOptions) {
  const children: object[] = []
  for (let at = 0; at < paragraphs; at += 1) {
    if (at > 0 && at % 3 === 0) children.push(heading(random.frequent(HEADINGS)))
    children.push(node('paragraph', PARAGRAPH, runs(random, target)))
    if (random.chance(0.1)) children.push(list(random))
    if (picture && at === 1) children.push(upload(picture))
  }
  return { root: node('root', {}, children) }
}

const PARAGRAPH = { textFormat: 0, textStyle: '' }

function runs(random: Random, target: BodyOptions['target']): object[] {
  const first = text(paragraph(random), random.chance(0.03) ? 2 : 0)
  const linked = target && random.chance(0.12) ? target() : null
  if (!linked) return [first]
  return [first, text(' '), link(linked, sentence(random)), text(` ${sentence(random)}`)]
}

function node(type: string, own: object, children: object[]) {
  return { type, version: 1, direction: 'ltr', format: '', indent: 0, ...own, children }
}

function text(words: string, format = 0) {
  return { type: 'text', version: 1, text: words, format, style: '', mode: 'normal', detail: 0 }
}

function heading(words: string) {
  return node('heading', { tag: 'h2' }, [text(words)])
}

function list(random: Random) {
  const items = Array.from({ length: random.between(2, 5) }, (_, at) =>
    node('listitem', { value: at + 1 }, [text(sentence(random))]),
  )
  return node('list', { listType: 'bullet', tag: 'ul', start: 1 }, items)
}

function link(doc: LinkTarget, words: string) {
  const fields = { linkType: 'internal', doc, newTab: false }
  return node('link', { version: 3, fields }, [text(words)])
}

function upload(value: string) {
  const fields = { caption: '', credit: '' }
  return { type: 'upload', version: 3, format: '', relationTo: 'media', value, fields }
}
