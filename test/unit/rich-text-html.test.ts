import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import { describe, expect, it } from 'vitest'
import type { Picture } from '#site/data/pictures.ts'
import { richTextConverters, type Heading } from '#site/data/rich-text-converters.ts'
import type { RichText } from '#site/data/rich-text.ts'

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

const text = (words: string, format = 0): Node => ({ type: 'text', text: words, format })
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children })
const item = (...children: Node[]): Node => ({ type: 'listitem', children })
const list = (listType: string, ...children: Node[]): Node => ({ type: 'list', listType, children })
const link = (fields: object): Node => ({ type: 'link', fields, children: [text('đây')] })

const PICTURE: Picture = {
  src: '/tep/1/lo.webp',
  width: 960,
  height: 640,
  alt: 'Lò "nung"',
  caption: 'Lò gốm',
  credit: 'Minh An',
  srcset: '',
  card: { src: '/tep/1/lo-card.webp', width: 720, height: 480 },
  social: { src: '/tep/1/lo.jpg', width: 1200, height: 630 },
}

function render(...children: Node[]) {
  const headings: Heading[] = []
  const html = convertLexicalToHTML({
    data: { root: { type: 'root', children } } as unknown as NonNullable<RichText>,
    disableContainer: true,
    converters: richTextConverters({
      picture: (id) => (id === 'public' ? PICTURE : null),
      path: ({ value }) => (value === 'public' ? '/tin-tuc/bai' : null),
      headings,
    }),
  })
  return { html, headings }
}

describe('rich text', () => {
  it('escapes what was typed, and marks it with elements alone', () => {
    expect(render(paragraph(text('a < b & "c"', 1 | 2 | 4 | 8))).html).toBe(
      '<p><u><s><em><strong>a &lt; b &amp; &quot;c&quot;</strong></em></s></u></p>',
    )
  })

  it('keeps document numbers and percentages on one line', () => {
    expect(render(paragraph(text('Số 28/2018/TT-BTC chi 30 %, ngày 17/3/2026'))).html).toBe(
      '<p>Số <span class="nowrap">28/2018/TT-BTC</span> chi 30\u00A0%, ngày 17/3/2026</p>',
    )
  })

  it('puts a nested list into the item that it belongs to', () => {
    const nested = list('bullet', item(text('gồm:')), item(list('number', item(text('một')))))
    expect(render(nested).html).toBe('<ul><li>gồm:<ol><li>một</li></ol></li></ul>')
  })

  it('gives every heading an id of its own', () => {
    const heading = { type: 'heading', tag: 'h3', children: [text('Hồ sơ')] }
    const { html, headings } = render(heading, heading)
    expect(html).toBe('<h3 id="muc-ho-so">Hồ sơ</h3><h3 id="muc-ho-so--2">Hồ sơ</h3>')
    expect(headings.map(({ id, level }) => [id, level])).toEqual([
      ['muc-ho-so', 3],
      ['muc-ho-so--2', 3],
    ])
  })

  it.each(['javascript:alert(1)', ' JavaScript:x', 'data:text/html,x', '//evil.example', ''])(
    'keeps the words alone of a link to "%s"',
    (url) => {
      expect(render(paragraph(link({ linkType: 'custom', url }))).html).toBe('<p>đây</p>')
    },
  )

  it.each(['https://a.vn/?x=1&y', 'mailto:a@b.vn', 'tel:+842003000118', '/van-ban', '#muc-i'])(
    'links to %s',
    (url) => {
      const { html } = render(paragraph(link({ linkType: 'custom', url })))
      expect(html).toBe(`<p><a href="${url.replace('&', '&amp;')}">đây</a></p>`)
    },
  )

  it('leaves out links, pictures and nodes that are not public or not known', () => {
    const hidden = { linkType: 'internal', doc: { relationTo: 'news', value: 'draft' } }
    const shown = { linkType: 'internal', doc: { relationTo: 'news', value: 'public' } }
    const { html } = render(
      paragraph(link(hidden), link(shown)),
      { type: 'upload', value: 'draft' },
      { type: 'script', children: [text('x')] },
      paragraph(),
    )
    expect(html).toBe('<p>đây<a href="/tin-tuc/bai">đây</a></p>')
  })

  it('shows a picture with its description, and the caption of the place before its own', () => {
    const upload = { type: 'upload', value: 'public', fields: { caption: 'Lò mới' } }
    expect(render(upload).html).toBe(
      '<figure><img src="/tep/1/lo.webp" width="960" height="640" alt="Lò &quot;nung&quot;"' +
        ' loading="lazy"><figcaption>Lò mới. Ảnh: Minh An</figcaption></figure>',
    )
  })

  it('tells heads from cells in a table that the keyboard can scroll', () => {
    const cell = (headerState: number, words: string) => ({
      type: 'tablecell',
      headerState,
      children: [paragraph(text(words))],
    })
    const row = (...children: Node[]) => ({ type: 'tablerow', children })
    const table = { type: 'table', children: [row(cell(1, 'Mức')), row(cell(2, 'Máy'))] }
    expect(render(table).html).toBe(
      '<section class="scroll-x" aria-label="Bảng 1" tabindex="0">' +
        '<table class="table"><tbody><tr><th scope="col"><p>Mức</p></th></tr>' +
        '<tr><th scope="row"><p>Máy</p></th></tr></tbody></table></section>',
    )
  })

  it('never writes a style, whatever alignment and indent the editor kept', () => {
    const node = { ...paragraph(text('giữa')), format: 'center', indent: 2 }
    expect(render(node).html).toBe('<p class="centred">giữa</p>')
  })
})
