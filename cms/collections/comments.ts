import type { CollectionConfig } from 'payload'
import { commentAccess } from '#cms/access/comment-access.ts'
import { contributorFields } from '#cms/fields/contributor.ts'
import { idField } from '#cms/fields/id.ts'
import { moderationFields } from '#cms/fields/moderation.ts'
import { readersTextarea } from '#cms/fields/reader-words.ts'
import {
  recordChange,
  recordDeletedRow,
  rememberDeletedRow,
  rememberRow,
} from '#cms/hooks/changes.ts'
import { isApprovedRow } from '#cms/hooks/main-row.ts'
import { readerDataEndpoints } from '#cms/reader-data/endpoints.ts'
import { forgetDeletedWords } from '#cms/reader-data/history.ts'
import { keepHidden } from '#cms/reader-data/keep-hidden.ts'

export const Comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: 'Phản hồi', plural: 'Phản hồi' },
  access: commentAccess(),
  endpoints: readerDataEndpoints('comments'),
  trash: true,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['news', 'status', 'createdAt'] }],
  admin: {
    group: 'Bạn đọc',
    useAsTitle: 'content',
    description: 'Phản hồi dưới tin bài. Chỉ hiện công khai sau khi được duyệt.',
    defaultColumns: ['content', 'name', 'news', 'status', 'createdAt'],
    listSearchableFields: ['content', 'name'],
  },
  hooks: {
    beforeChange: [rememberRow('comments'), keepHidden('comments')],
    afterChange: [recordChange('comments', isApprovedRow)],
    beforeDelete: [rememberDeletedRow('comments')],
    afterDelete: [recordDeletedRow('comments', isApprovedRow), forgetDeletedWords('comments')],
  },
  fields: [
    idField(),
    {
      name: 'news',
      type: 'relationship',
      relationTo: 'news',
      label: 'Bài',
      required: true,
      index: true,
    },
    readersTextarea({ name: 'content', label: 'Nội dung', maxLength: 3000 }),
    ...contributorFields('comments', true),
    ...moderationFields(),
  ],
}
