import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { contributorFields } from '#cms/fields/contributor.ts'
import { idField } from '#cms/fields/id.ts'
import { readersText, readersTextarea } from '#cms/fields/reader-words.ts'
import { readerDataEndpoints } from '#cms/reader-data/endpoints.ts'
import { forgetDeletedWords } from '#cms/reader-data/history.ts'

export const Feedback: CollectionConfig = {
  slug: 'feedback',
  labels: { singular: 'Góp ý', plural: 'Góp ý' },
  access: collectionAccess('feedback'),
  endpoints: readerDataEndpoints('feedback'),
  hooks: { afterDelete: [forgetDeletedWords('feedback')] },
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
    readersText({ name: 'subject', label: 'Tiêu đề', maxLength: 200 }),
    readersTextarea({ name: 'content', label: 'Nội dung', maxLength: 5000 }),
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
