import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { PUBLISHED } from '#cms/access/public-where.ts'
import { contactsField } from '#cms/fields/contacts.ts'
import { idField } from '#cms/fields/id.ts'
import { productAwardsField } from '#cms/fields/product-awards.ts'
import { richText } from '#cms/fields/rich-text.ts'
import { selectOne } from '#cms/fields/select.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { publicationHooks } from '#cms/hooks/publication-hooks.ts'
import { previewOf } from '#cms/hooks/preview.ts'
import { PRODUCT_GROUPS } from '#shared/vocabulary/product-awards.ts'
import { PUBLISHABLE } from './publishable.ts'

export const Products: CollectionConfig = {
  slug: 'products',
  labels: { singular: 'Sản phẩm', plural: 'Sản phẩm' },
  access: collectionAccess('products', PUBLISHED),
  ...PUBLISHABLE,
  defaultSort: 'name',
  admin: {
    group: 'Sản phẩm',
    useAsTitle: 'name',
    description: 'Sản phẩm công nghiệp nông thôn tiêu biểu.',
    defaultColumns: ['name', 'producer', 'group', '_status', 'updatedAt'],
    listSearchableFields: ['name', 'summary'],
    ...previewOf('products'),
  },
  hooks: publicationHooks('products'),
  fields: [
    idField(),
    { name: 'name', type: 'text', label: 'Tên sản phẩm', required: true, maxLength: 200 },
    {
      name: 'producer',
      type: 'relationship',
      relationTo: 'producers',
      label: 'Cơ sở sản xuất',
      required: true,
      index: true,
    },
    {
      type: 'row',
      fields: [
        selectOne('group', 'Nhóm sản phẩm', PRODUCT_GROUPS, { required: true, index: true }),
        { name: 'isSet', type: 'checkbox', label: 'Là bộ sản phẩm', defaultValue: false },
      ],
    },
    { name: 'summary', type: 'textarea', label: 'Giới thiệu ngắn', maxLength: 400 },
    richText('description', 'Mô tả'),
    {
      name: 'gallery',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: 'Ảnh sản phẩm',
      admin: { description: 'Hồ sơ bình chọn cần ba ảnh. Ảnh đầu là ảnh đại diện.' },
    },
    productAwardsField(),
    contactsField(),
    ...slugFields(),
    whereUsedField(),
  ],
}
