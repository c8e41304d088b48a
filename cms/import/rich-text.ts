import { convertHTMLToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import { JSDOM } from 'jsdom'
import type { CollectionSlug, Payload } from 'payload'
import { bodyHtml } from './body-html.ts'
import type { Block } from './types.ts'

/** The body as rich text, with the features that the collection's own editor has. */
export function richTextOf(
  payload: Payload,
  collection: CollectionSlug,
  blocks: readonly Block[],
): ReturnType<typeof convertHTMLToLexical> {
  const fields = payload.collections[collection].config.flattenedFields
  const field = fields.find(({ name }) => name === 'body')
  if (field?.type !== 'richText') throw new TypeError(`${collection} has no rich text "body"`)
  const editorConfig = editorConfigFactory.fromField({ field })
  return convertHTMLToLexical({ editorConfig, html: bodyHtml(blocks), JSDOM })
}
