import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { PUBLISHED } from '#cms/access/public-where.ts'
import { attachmentsField } from '#cms/fields/attachments.ts'
import { idField } from '#cms/fields/id.ts'
import { richText } from '#cms/fields/rich-text.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { publicationHooks } from '#cms/hooks/publication-hooks.ts'
import { previewOf } from '#cms/hooks/preview.ts'
import { PUBLISHABLE } from './publishable.ts'

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Trang tĩnh', plural: 'Trang tĩnh' },
  access: collectionAccess('pages', PUBLISHED),
  ...PUBLISHABLE,
  defaultSort: 'title',
  admin: {
    group: 'Nội dung',
    useAsTitle: 'title',
    description: 'Giới thiệu, chức năng nhiệm vụ, điều khoản sử dụng…',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    ...previewOf('pages'),
  },
  hooks: publicationHooks('pages'),
  fields: [
    idField(),
    { name: 'title', type: 'text', label: 'Tiêu đề', required: true, maxLength: 200 },
    { name: 'summary', type: 'textarea', label: 'Tóm tắt', maxLength: 400 },
    richText('body', 'Nội dung'),
    attachmentsField(),
    ...slugFields(),
    whereUsedField(),
  ],
}
