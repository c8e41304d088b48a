import {
  BlockquoteFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'

/** Collections that rich text may link to: all that have a page, and files. */
export const LINKABLE = [
  'news',
  'documents',
  'products',
  'producers',
  'programmes',
  'pages',
  'categories',
  'files',
] as const

/** The editor of every long text. The page's title is its h1, so text begins at h2. */
export const portalEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    OrderedListFeature(),
    UnorderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    EXPERIMENTAL_TableFeature(),
    LinkFeature({ enabledCollections: [...LINKABLE] }),
    UploadFeature({
      enabledCollections: ['media'],
      collections: {
        media: {
          fields: [
            { name: 'caption', type: 'text', label: 'Chú thích (thay cho chú thích của ảnh)' },
            { name: 'credit', type: 'text', label: 'Nguồn ảnh (thay cho nguồn của ảnh)' },
          ],
        },
      },
    }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})

/** A long text with headings, lists, tables, quotes, links and pictures. */
export const richText = (
  name: string,
  label: string,
  options: Partial<Omit<RichTextField, 'type' | 'name' | 'editor'>> = {},
): RichTextField => ({ ...options, name, type: 'richText', label, editor: portalEditor })
