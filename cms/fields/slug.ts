import type { Field } from 'payload'

/** The last part of the public address; hooks/slug.ts fills it and keeps it. */
export const slugFields = (): Field[] => [
  {
    name: 'slug',
    type: 'text',
    label: 'Đường dẫn',
    unique: true,
    index: true,
    admin: {
      position: 'sidebar',
      description:
        'Tự tạo từ tiêu đề khi để trống. Sau lần đăng đầu tiên chỉ nên sửa khi thật cần; đường dẫn cũ vẫn chuyển về trang mới.',
    },
  },
  { name: 'trashedSlug', type: 'text', admin: { hidden: true }, access: { read: () => false } },
  {
    name: 'firstPublishedAt',
    type: 'date',
    admin: { hidden: true },
  },
]
