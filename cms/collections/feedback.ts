import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { contributorFields } from '#cms/fields/contributor.ts'
import { idField } from '#cms/fields/id.ts'

export const Feedback: CollectionConfig = {
  slug: 'feedback',
  labels: { singular: 'Góp ý', plural: 'Góp ý' },
  access: collectionAccess('feedback'),
  trash: true,
  defaultSort: '-createdAt',
  admin: {
    group: 'Bạn đọc',
    useAsTitle: 'subject',
    description: 'Thư gửi từ trang Liên hệ. Không hiện công khai.',
    defaultColumns: ['subject', 'name', 'handled', 'createdAt'],
    listSearchableFields: ['subject', 'content', 'name'],
  },
  fields: [
    idField(),
    { name: 'subject', type: 'text', label: 'Tiêu đề', required: true, maxLength: 200 },
    { name: 'content', type: 'textarea', label: 'Nội dung', required: true, maxLength: 5000 },
    ...contributorFields('feedback', false),
    { name: 'phone', type: 'text', label: 'Điện thoại', maxLength: 20 },
    {
      name: 'handled',
      type: 'checkbox',
      label: 'Đã xử lý',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
  ],
}
