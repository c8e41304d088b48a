import type { Field, FieldHook } from 'payload'
import { toNobody } from '#cms/access/field-access.ts'

/** A copy is a document of its own: it takes nothing of the address and history of the first. */
export const startEmpty: FieldHook = () => null

/** The last part of the public address; hooks/slug.ts fills it and keeps it. */
export const slugFields = (): Field[] => [
  {
    name: 'slug',
    type: 'text',
    label: 'Đường dẫn',
    unique: true,
    index: true,
    hooks: { beforeDuplicate: [startEmpty] },
    admin: {
      position: 'sidebar',
      description:
        'Tự tạo từ tiêu đề khi để trống. Sau lần đăng đầu tiên chỉ nên sửa khi thật cần; đường dẫn cũ vẫn chuyển về trang mới.',
    },
  },
  {
    name: 'trashedSlug',
    type: 'text',
    hooks: { beforeDuplicate: [startEmpty] },
    access: { read: toNobody },
    admin: { hidden: true },
  },
  {
    name: 'firstPublishedAt',
    type: 'date',
    hooks: { beforeDuplicate: [startEmpty] },
    admin: { hidden: true },
  },
]
