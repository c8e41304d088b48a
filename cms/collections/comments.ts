import type { CollectionConfig } from 'payload'
import { commentAccess } from '#cms/access/comment-access.ts'
import { contributorFields } from '#cms/fields/contributor.ts'
import { idField } from '#cms/fields/id.ts'
import { moderationFields } from '#cms/fields/moderation.ts'
import {
  recordChange,
  recordDeletedRow,
  rememberDeletedRow,
  rememberRow,
} from '#cms/hooks/changes.ts'
import { isApprovedRow } from '#cms/hooks/main-row.ts'

export const Comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: 'Phản hồi', plural: 'Phản hồi' },
  access: commentAccess(),
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
    beforeChange: [rememberRow('comments')],
    afterChange: [recordChange('comments', isApprovedRow)],
    beforeDelete: [rememberDeletedRow('comments')],
    afterDelete: [recordDeletedRow('comments', isApprovedRow)],
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
    { name: 'content', type: 'textarea', label: 'Nội dung', required: true, maxLength: 3000 },
    ...contributorFields('comments', true),
    ...moderationFields(),
  ],
}
