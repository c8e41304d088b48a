import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'
import {
  recordChange,
  recordDeletedRow,
  rememberDeletedRow,
  rememberRow,
} from '#cms/hooks/changes.ts'
import { isSitePath, isWebAddress } from '#shared/link-address.ts'
import { PUBLIC_COLLECTIONS } from '#shared/routes.ts'

/**
 * What became of an address that was public: `moved` names the document that stands elsewhere now
 * (its present path is looked up, so there are no chains), `gone` says that it was withdrawn.
 */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Địa chỉ cũ', plural: 'Địa chỉ cũ' },
  access: collectionAccess('redirects'),
  defaultSort: '-createdAt',
  admin: {
    group: 'Hệ thống',
    useAsTitle: 'from',
    description:
      'Địa chỉ đã đổi hoặc đã gỡ; hệ thống tự ghi. Có thể thêm tay địa chỉ của trang cũ.',
    defaultColumns: ['from', 'kind', 'target', 'to', 'createdAt'],
    listSearchableFields: ['from', 'to'],
  },
  hooks: {
    beforeChange: [rememberRow('redirects')],
    afterChange: [recordChange('redirects')],
    beforeDelete: [rememberDeletedRow('redirects')],
    afterDelete: [recordDeletedRow('redirects')],
  },
  fields: [
    idField(),
    {
      name: 'from',
      type: 'text',
      label: 'Địa chỉ cũ',
      required: true,
      unique: true,
      index: true,
      admin: { description: 'Bắt đầu bằng dấu /, ví dụ /tin-tuc/bai-cu.' },
      validate: (value: string | null | undefined) =>
        isSitePath(value ?? '') || 'Địa chỉ phải bắt đầu bằng một dấu / và không có dấu cách.',
    },
    {
      name: 'kind',
      type: 'select',
      label: 'Loại',
      required: true,
      defaultValue: 'moved',
      options: [
        { value: 'moved', label: 'Đã chuyển' },
        { value: 'gone', label: 'Đã gỡ' },
      ],
    },
    {
      name: 'target',
      type: 'relationship',
      relationTo: [...PUBLIC_COLLECTIONS],
      label: 'Chuyển tới nội dung',
    },
    {
      name: 'to',
      type: 'text',
      label: 'Hoặc chuyển tới địa chỉ',
      validate: (value: string | null | undefined) =>
        !value ||
        isSitePath(value) ||
        isWebAddress(value) ||
        'Hãy ghi đường dẫn /… hoặc địa chỉ https://….',
    },
  ],
}
