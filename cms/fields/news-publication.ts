import type { Field } from 'payload'
import { startEmpty } from './slug.ts'

/** Where and when a news item stands in the portal; all in the sidebar. */
export const newsPublicationFields = (): Field[] => [
  {
    name: 'category',
    type: 'relationship',
    relationTo: 'categories',
    required: true,
    index: true,
    label: 'Chuyên mục chính',
    admin: { position: 'sidebar' },
  },
  {
    name: 'moreCategories',
    type: 'relationship',
    relationTo: 'categories',
    hasMany: true,
    label: 'Chuyên mục khác',
    admin: { position: 'sidebar' },
  },
  {
    name: 'publishedAt',
    type: 'date',
    index: true,
    label: 'Ngày đăng',
    hooks: { beforeDuplicate: [startEmpty] },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' },
      description:
        'Để trống: lấy lúc đăng. Muốn đăng vào một giờ sau này, hãy dùng “Hẹn giờ đăng” cạnh nút Xuất bản.',
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: 'Hết hạn',
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' },
      description: 'Sau lúc này bài rời các danh sách và có lời báo đã hết hạn.',
    },
  },
  {
    name: 'pinned',
    type: 'checkbox',
    label: 'Ghim lên trang chủ',
    defaultValue: false,
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'commentsAllowed',
    type: 'checkbox',
    label: 'Cho phép gửi phản hồi',
    defaultValue: true,
    admin: { position: 'sidebar' },
  },
]
