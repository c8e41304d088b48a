import type { Field } from 'payload'
import { webAddress } from './web-address.ts'

/** What an import left for the editor; hidden where there was none. */
export const importFields = (): Field[] => [
  {
    name: 'importedFrom',
    type: 'text',
    index: true,
    label: 'Nguồn nhập',
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.importedFrom),
    },
    access: { read: ({ req }) => Boolean(req.user) },
  },
  {
    name: 'importNotes',
    type: 'textarea',
    label: 'Điều cần kiểm tra sau khi nhập',
    admin: { position: 'sidebar', condition: (data) => Boolean(data?.importNotes) },
    access: { read: ({ req }) => Boolean(req.user) },
  },
  {
    name: 'pendingAttachments',
    type: 'array',
    label: 'Tệp cần tải về',
    labels: { singular: 'Địa chỉ', plural: 'Địa chỉ' },
    admin: { condition: (data) => Boolean(data?.pendingAttachments?.length) },
    access: { read: ({ req }) => Boolean(req.user) },
    fields: [webAddress('url', 'Địa chỉ tệp trên trang cũ', { required: true })],
  },
]
