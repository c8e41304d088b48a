import { richText } from '#test/support/builders.ts'

/** A text with a picture, and links to a document and a file. */
export function mentioning(picture: string, document: string, file: string) {
  const text = richText('Trong bài có')
  const [paragraph] = text.root.children
  const node = { version: 3, direction: 'ltr' as const, format: '' as const, indent: 0 }
  const link = (relationTo: string, value: string) => ({
    ...node,
    type: 'link',
    fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
    children: paragraph?.children ?? [],
  })
  const links = [link('documents', document), link('files', file)]
  const children = [
    { ...paragraph, children: links },
    { ...node, type: 'upload', relationTo: 'media', value: picture, fields: {} },
  ]
  return { root: { ...text.root, children } }
}
