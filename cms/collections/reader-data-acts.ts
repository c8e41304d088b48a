import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'
import { CONTRIBUTION_COLLECTIONS } from '#cms/reader-data/contributions.ts'

/**
 * What was done to a reader's data, a row for each act: what, by whom, when. Written by
 * reader-data/history.ts alone; shown beside the contribution.
 */
export const ReaderDataActs: CollectionConfig = {
  slug: 'reader-data-acts',
  labels: { singular: 'Việc xử lý dữ liệu bạn đọc', plural: 'Việc xử lý dữ liệu bạn đọc' },
  access: collectionAccess('reader-data-acts'),
  admin: { hidden: true },
  lockDocuments: false,
  fields: [
    idField(),
    {
      name: 'collectionName',
      type: 'select',
      options: [...CONTRIBUTION_COLLECTIONS],
      required: true,
    },
    { name: 'documentId', type: 'text', required: true, index: true },
    {
      name: 'act',
      type: 'select',
      required: true,
      options: [
        { value: 'correction', label: 'Sửa lỗi gõ' },
        { value: 'withdrawal', label: 'Rút lại sự đồng ý' },
        { value: 'erasure', label: 'Xóa dữ liệu cá nhân' },
      ],
    },
    { name: 'field', type: 'text' },
    { name: 'oldWords', type: 'textarea' },
    { name: 'newWords', type: 'textarea' },
    { name: 'actor', type: 'relationship', relationTo: 'users' },
    { name: 'actorName', type: 'text', required: true },
  ],
}
