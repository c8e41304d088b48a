import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { PUBLISHED } from '#cms/access/public-where.ts'
import { contactsField } from '#cms/fields/contacts.ts'
import { idField } from '#cms/fields/id.ts'
import { selectMany, selectOne } from '#cms/fields/select.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { publicationHooks } from '#cms/hooks/publication-hooks.ts'
import { previewOf } from '#cms/hooks/preview.ts'
import { PRODUCER_KINDS } from '#shared/vocabulary/producer-kinds.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { PUBLISHABLE } from './publishable.ts'

export const Producers: CollectionConfig = {
  slug: 'producers',
  labels: { singular: 'Cơ sở sản xuất', plural: 'Cơ sở sản xuất' },
  access: collectionAccess('producers', PUBLISHED),
  ...PUBLISHABLE,
  defaultSort: 'name',
  admin: {
    group: 'Sản phẩm',
    useAsTitle: 'name',
    description: 'Cơ sở công nghiệp nông thôn có sản phẩm được công nhận.',
    defaultColumns: ['name', 'kind', 'unit', '_status', 'updatedAt'],
    listSearchableFields: ['name', 'unit', 'address'],
    ...previewOf('producers'),
  },
  hooks: publicationHooks('producers'),
  fields: [
    idField(),
    { name: 'name', type: 'text', label: 'Tên cơ sở', required: true, maxLength: 200 },
    selectOne('kind', 'Loại hình', PRODUCER_KINDS, { required: true }),
    { name: 'address', type: 'text', label: 'Địa chỉ' },
    {
      name: 'unit',
      type: 'text',
      label: 'Xã, phường',
      index: true,
      admin: { description: 'Tên hiện nay; có thể ghi thêm huyện cũ trong ngoặc.' },
    },
    { name: 'introduction', type: 'textarea', label: 'Giới thiệu', maxLength: 2000 },
    { name: 'picture', type: 'upload', relationTo: 'media', label: 'Ảnh' },
    selectMany('sectors', 'Ngành nghề', SECTORS),
    contactsField(),
    ...slugFields(),
    whereUsedField(),
  ],
}
