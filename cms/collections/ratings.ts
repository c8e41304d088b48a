import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'

/** Anonymous "was this page of help": one row an answer, with nothing of the person. */
export const Ratings: CollectionConfig = {
  slug: 'ratings',
  labels: { singular: 'Đánh giá trang', plural: 'Đánh giá trang' },
  access: collectionAccess('ratings'),
  defaultSort: '-createdAt',
  admin: {
    group: 'Bạn đọc',
    useAsTitle: 'path',
    description: 'Bạn đọc cho biết trang có giúp ích không. Không lưu thông tin cá nhân.',
    defaultColumns: ['path', 'helpful', 'createdAt'],
  },
  fields: [
    idField(),
    { name: 'path', type: 'text', label: 'Trang', required: true, index: true },
    { name: 'helpful', type: 'checkbox', label: 'Có ích', required: true },
  ],
}
