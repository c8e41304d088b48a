import type { Field } from 'payload'
import { startEmpty } from './slug.ts'

/** A place in a tree; hooks/tree-path.ts keeps `path`, all slugs from the root on. */
export const treeFields = (collection: 'categories' | 'topics'): Field[] => [
  { name: 'title', type: 'text', label: 'Tên', required: true, maxLength: 120 },
  { name: 'description', type: 'textarea', label: 'Mô tả', maxLength: 400 },
  {
    name: 'parent',
    type: 'relationship',
    relationTo: collection,
    label: 'Thuộc',
    index: true,
    admin: { position: 'sidebar', description: 'Để trống nếu ở cấp cao nhất.' },
    filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    // The filter is for the list to choose from; a parent may lie in the trash for a while.
    validate: (): true => true,
  },
  {
    name: 'order',
    type: 'number',
    label: 'Thứ tự',
    defaultValue: 0,
    admin: { position: 'sidebar', description: 'Số nhỏ đứng trước.' },
  },
  {
    name: 'path',
    type: 'text',
    label: 'Đường dẫn đầy đủ',
    unique: true,
    index: true,
    hooks: { beforeDuplicate: [startEmpty] },
    admin: { position: 'sidebar', readOnly: true },
  },
]
