import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { PUBLISHED } from '#cms/access/public-where.ts'
import { attachmentsField } from '#cms/fields/attachments.ts'
import { contactsField } from '#cms/fields/contacts.ts'
import { idField } from '#cms/fields/id.ts'
import { programmePeriodFields } from '#cms/fields/programme-period.ts'
import { richText } from '#cms/fields/rich-text.ts'
import { selectMany, selectOne } from '#cms/fields/select.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { supportRowsField } from '#cms/fields/support-rows.ts'
import { publicationHooks } from '#cms/hooks/publication-hooks.ts'
import { previewOf } from '#cms/hooks/preview.ts'
import { BENEFICIARIES } from '#shared/vocabulary/beneficiaries.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { PUBLISHABLE } from './publishable.ts'

export const Programmes: CollectionConfig = {
  slug: 'programmes',
  labels: { singular: 'Chương trình hỗ trợ', plural: 'Chương trình hỗ trợ' },
  access: collectionAccess('programmes', PUBLISHED),
  ...PUBLISHABLE,
  defaultSort: 'closes',
  admin: {
    group: 'Nội dung',
    useAsTitle: 'title',
    description: 'Ai được hỗ trợ gì, bao nhiêu, theo điều nào, đến ngày nào.',
    defaultColumns: ['title', 'activity', 'opens', 'closes', '_status'],
    listSearchableFields: ['title', 'summary'],
    ...previewOf('programmes'),
  },
  hooks: publicationHooks('programmes'),
  fields: [
    idField(),
    { name: 'title', type: 'text', label: 'Tên chương trình', required: true, maxLength: 250 },
    { name: 'summary', type: 'textarea', label: 'Tóm tắt', required: true, maxLength: 600 },
    selectOne('activity', 'Nội dung khuyến công', EXTENSION_ACTIVITIES, {
      required: true,
      index: true,
    }),
    selectMany('beneficiaries', 'Đối tượng được hỗ trợ', BENEFICIARIES, { required: true }),
    selectMany('sectors', 'Ngành nghề (để trống: mọi ngành)', SECTORS),
    { name: 'area', type: 'text', label: 'Địa bàn', admin: { description: 'Ví dụ: toàn tỉnh.' } },
    supportRowsField(),
    ...programmePeriodFields(),
    richText('body', 'Điều kiện và nội dung chi tiết'),
    {
      name: 'steps',
      type: 'array',
      label: 'Các bước thực hiện',
      labels: { singular: 'Bước', plural: 'Bước' },
      fields: [
        { name: 'title', type: 'text', label: 'Việc cần làm', required: true },
        { name: 'detail', type: 'textarea', label: 'Cách làm' },
      ],
    },
    attachmentsField('forms', 'Biểu mẫu'),
    {
      name: 'legalBasis',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      label: 'Căn cứ pháp lý',
    },
    contactsField(),
    ...slugFields(),
    whereUsedField(),
  ],
}
