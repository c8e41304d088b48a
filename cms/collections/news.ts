import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { PUBLISHED } from '#cms/access/public-where.ts'
import { attachmentsField } from '#cms/fields/attachments.ts'
import { idField } from '#cms/fields/id.ts'
import { importFields } from '#cms/fields/import-notes.ts'
import { richText } from '#cms/fields/rich-text.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { webAddress } from '#cms/fields/web-address.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { topicsField } from '#cms/fields/topics.ts'
import { newsPublicationFields } from '#cms/fields/news-publication.ts'
import { publicationHooks } from '#cms/hooks/publication-hooks.ts'
import { previewOf } from '#cms/hooks/preview.ts'
import { PUBLISHABLE } from './publishable.ts'

export const News: CollectionConfig = {
  slug: 'news',
  labels: { singular: 'Tin bài', plural: 'Tin bài' },
  access: collectionAccess('news', PUBLISHED),
  ...PUBLISHABLE,
  defaultSort: '-publishedAt',
  indexes: [
    { fields: ['_status', 'category', 'publishedAt', 'createdAt'] },
    { fields: ['_status', 'publishedAt', 'createdAt'] },
  ],
  admin: {
    group: 'Nội dung',
    useAsTitle: 'title',
    description: 'Tin tức, thông báo của Trung tâm.',
    defaultColumns: ['title', 'category', 'publishedAt', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary', 'author'],
    ...previewOf('news'),
  },
  hooks: publicationHooks('news'),
  fields: [
    idField(),
    { name: 'title', type: 'text', label: 'Tiêu đề', required: true, maxLength: 250 },
    {
      name: 'summary',
      type: 'textarea',
      label: 'Tóm tắt',
      maxLength: 600,
      admin: { description: 'Hai, ba câu: hiện ở danh sách và khi chia sẻ.' },
    },
    { name: 'cover', type: 'upload', relationTo: 'media', label: 'Ảnh đại diện' },
    richText('body', 'Nội dung'),
    attachmentsField(),
    {
      type: 'collapsible',
      label: 'Bài và văn bản liên quan',
      admin: { initCollapsed: true },
      fields: [
        {
          name: 'relatedNews',
          type: 'relationship',
          relationTo: 'news',
          hasMany: true,
          label: 'Tin liên quan do biên tập chọn',
          filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
        },
        {
          name: 'relatedDocuments',
          type: 'relationship',
          relationTo: 'documents',
          hasMany: true,
          label: 'Văn bản được nhắc đến',
        },
      ],
    },
    {
      type: 'collapsible',
      label: 'Tác giả và nguồn',
      admin: { initCollapsed: true },
      fields: [
        { name: 'author', type: 'text', label: 'Tác giả' },
        { name: 'sourceName', type: 'text', label: 'Nguồn (nếu dẫn lại)' },
        webAddress('sourceUrl', 'Địa chỉ bài gốc'),
      ],
    },
    ...slugFields(),
    ...newsPublicationFields(),
    topicsField(),
    ...importFields(),
    whereUsedField(),
  ],
}
