import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { PUBLISHED } from '#cms/access/public-where.ts'
import { attachmentsField } from '#cms/fields/attachments.ts'
import { calendarDate } from '#cms/fields/calendar-date.ts'
import { documentRelationsField } from '#cms/fields/document-relations.ts'
import { effectOverrideField } from '#cms/fields/effect-override.ts'
import { idField } from '#cms/fields/id.ts'
import { importFields } from '#cms/fields/import-notes.ts'
import { richText } from '#cms/fields/rich-text.ts'
import { selectMany, selectOne } from '#cms/fields/select.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { publicationHooks } from '#cms/hooks/publication-hooks.ts'
import { previewOf } from '#cms/hooks/preview.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { PUBLISHABLE } from './publishable.ts'

export const Documents: CollectionConfig = {
  slug: 'documents',
  labels: { singular: 'Văn bản', plural: 'Văn bản' },
  access: collectionAccess('documents', PUBLISHED),
  ...PUBLISHABLE,
  defaultSort: '-issuedAt',
  indexes: [{ fields: ['_status', 'issuedAt', 'createdAt'] }],
  admin: {
    group: 'Nội dung',
    useAsTitle: 'title',
    description: 'Kế hoạch, quyết định, nghị quyết và văn bản pháp luật, kèm tệp.',
    defaultColumns: ['title', 'kind', 'issuedAt', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'number', 'abstract', 'signer'],
    ...previewOf('documents'),
  },
  hooks: publicationHooks('documents'),
  fields: [
    idField(),
    {
      name: 'title',
      type: 'text',
      label: 'Tên đầy đủ',
      admin: {
        readOnly: true,
        description: 'Tự ghép từ loại, số ký hiệu và trích yếu.',
      },
    },
    {
      type: 'row',
      fields: [
        selectOne('kind', 'Loại văn bản', DOCUMENT_KINDS, { required: true, index: true }),
        {
          name: 'number',
          type: 'text',
          label: 'Số, ký hiệu',
          index: true,
          admin: { description: 'Ví dụ 2677/QĐ-UBND. Để trống nếu chưa có số.' },
        },
      ],
    },
    { name: 'numberKey', type: 'text', index: true, admin: { hidden: true } },
    { name: 'abstract', type: 'textarea', label: 'Trích yếu', required: true, maxLength: 1000 },
    {
      name: 'issuers',
      type: 'text',
      hasMany: true,
      label: 'Cơ quan ban hành',
      admin: { description: 'Gõ tên rồi nhấn Enter. Ví dụ: UBND tỉnh, Bộ Công Thương.' },
    },
    {
      type: 'row',
      fields: [
        { name: 'signer', type: 'text', label: 'Người ký' },
        { name: 'signerTitle', type: 'text', label: 'Chức vụ người ký' },
      ],
    },
    {
      type: 'row',
      fields: [
        calendarDate('issuedAt', 'Ngày ban hành', { index: true }),
        calendarDate('effectiveFrom', 'Ngày có hiệu lực'),
        calendarDate('effectiveTo', 'Ngày hết hiệu lực', {
          admin: { description: 'Ngày đầu tiên văn bản không còn hiệu lực.' },
        }),
      ],
    },
    selectMany('fields', 'Lĩnh vực khuyến công', EXTENSION_ACTIVITIES),
    attachmentsField('files', 'Tệp văn bản'),
    richText('body', 'Toàn văn'),
    { name: 'recipients', type: 'text', hasMany: true, label: 'Nơi nhận' },
    documentRelationsField(),
    effectOverrideField(),
    ...slugFields(),
    ...importFields(),
    whereUsedField(),
  ],
}
