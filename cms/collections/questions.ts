import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { APPROVED } from '#cms/access/public-where.ts'
import { contributorFields } from '#cms/fields/contributor.ts'
import { idField } from '#cms/fields/id.ts'
import { moderationFields } from '#cms/fields/moderation.ts'
import { readersText, readersTextarea } from '#cms/fields/reader-words.ts'
import { richText } from '#cms/fields/rich-text.ts'
import { selectOne } from '#cms/fields/select.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { questionHooks } from '#cms/hooks/question-hooks.ts'
import { readerDataEndpoints } from '#cms/reader-data/endpoints.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'

export const Questions: CollectionConfig = {
  slug: 'questions',
  labels: { singular: 'Câu hỏi', plural: 'Hỏi đáp' },
  access: collectionAccess('questions', APPROVED),
  endpoints: readerDataEndpoints('questions'),
  // A copy would keep a person's data that an erasure does not know of.
  disableDuplicate: true,
  trash: true,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['status', 'createdAt'] }],
  admin: {
    group: 'Bạn đọc',
    useAsTitle: 'title',
    description: 'Trả lời trong 15 ngày làm việc. Câu hỏi chỉ công khai sau khi được duyệt.',
    defaultColumns: ['title', 'name', 'status', 'answeredAt', 'createdAt'],
    listSearchableFields: ['title', 'content', 'name'],
  },
  hooks: questionHooks,
  fields: [
    idField(),
    readersText({ name: 'title', label: 'Câu hỏi', maxLength: 200 }),
    readersTextarea({ name: 'content', label: 'Chi tiết', maxLength: 5000 }),
    selectOne('topic', 'Lĩnh vực', EXTENSION_ACTIVITIES),
    ...contributorFields('questions', false),
    { name: 'askedBy', type: 'text', admin: { hidden: true } },
    richText('answer', 'Trả lời'),
    {
      name: 'answeredBy',
      type: 'text',
      label: 'Người hoặc bộ phận trả lời',
    },
    {
      name: 'answeredAt',
      type: 'date',
      label: 'Trả lời lúc',
      admin: { position: 'sidebar', description: 'Tự ghi khi có câu trả lời được duyệt.' },
    },
    ...moderationFields(),
    ...slugFields(),
    whereUsedField(),
  ],
}
