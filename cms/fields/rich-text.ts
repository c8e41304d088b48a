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
import type { FieldAffectingData, RichTextField, TextFieldSingleValidation } from 'payload'
import { isLinkAddress } from '#shared/link-address.ts'

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

/** A link takes an address that leads where it says, or content of the portal. */
const withSafeAddress = ({ defaultFields }: { defaultFields: FieldAffectingData[] }) =>
  defaultFields.map((field) =>
    field.name === 'url' ? ({ ...field, validate: safeAddress } as FieldAffectingData) : field,
  )

const safeAddress: TextFieldSingleValidation = (value, { siblingData }) => {
  if ((siblingData as { linkType?: string }).linkType === 'internal') return true
  const isSafe = isLinkAddress((value ?? '').trim())
  return isSafe || 'Liên kết phải bắt đầu bằng https://, http://, /, mailto: hoặc tel:.'
}

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
    LinkFeature({ enabledCollections: [...LINKABLE], fields: withSafeAddress }),
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
