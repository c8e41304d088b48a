import type { CollectionConfig } from 'payload'
import { staffOnly } from '#cms/access/field-access.ts'
import { uploadAccess } from '#cms/access/upload-access.ts'
import { idField } from '#cms/fields/id.ts'
import { selectOne } from '#cms/fields/select.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { examineFile } from '#cms/uploads/examine.ts'
import { storedIn } from '#cms/uploads/file-route.ts'
import { technicalFields } from '#cms/uploads/technical-fields.ts'
import { uploadHooks } from '#cms/uploads/upload-hooks.ts'
import { FILE_KINDS } from '#shared/vocabulary/file-kinds.ts'
import { TEXT_STATES } from '#shared/vocabulary/text-states.ts'

export const Files: CollectionConfig = {
  slug: 'files',
  labels: { singular: 'Tệp', plural: 'Tệp' },
  access: uploadAccess('files'),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  admin: {
    group: 'Tệp',
    useAsTitle: 'title',
    description: 'PDF, Word, Excel và ZIP. Chỉ công khai khi có bài đã đăng dùng đến.',
    defaultColumns: ['filename', 'title', 'kind', 'isPublic', 'createdAt'],
    listSearchableFields: ['title', 'filename'],
  },
  upload: { ...storedIn('files'), focalPoint: false, crop: false },
  hooks: uploadHooks('files', examineFile),
  fields: [
    idField(),
    {
      name: 'title',
      type: 'text',
      label: 'Tên hiện trên trang',
      maxLength: 250,
      admin: { description: 'Để trống: lấy tên tệp.' },
    },
    selectOne('kind', 'Loại tệp', FILE_KINDS, {
      admin: { readOnly: true, position: 'sidebar' },
    }),
    {
      name: 'pages',
      type: 'number',
      label: 'Số trang',
      admin: { readOnly: true, position: 'sidebar' },
    },
    selectOne('textState', 'Chữ trong tệp', TEXT_STATES, {
      access: { read: staffOnly },
      admin: {
        readOnly: true,
        position: 'sidebar',
        condition: ({ textState }) => Boolean(textState),
        description:
          'Ô tìm kiếm chỉ tìm thấy chữ đã đọc được. Tệp quá nặng hoặc quá phức tạp vẫn tải về được bình thường.',
      },
    }),
    {
      name: 'text',
      type: 'textarea',
      label: 'Chữ trong tệp',
      access: { read: staffOnly },
      admin: { hidden: true },
    },
    {
      name: 'isPublic',
      type: 'checkbox',
      label: 'Đang công khai',
      defaultValue: false,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    ...technicalFields(),
    whereUsedField(),
  ],
}
