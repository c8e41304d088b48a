import type { Field } from 'payload'
import { webAddress } from './web-address.ts'

/** People or offices to ask. */
export const contactsField = (): Field => ({
  name: 'contacts',
  type: 'array',
  label: 'Liên hệ',
  labels: { singular: 'Đầu mối', plural: 'Đầu mối' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', label: 'Họ tên hoặc bộ phận', required: true },
        { name: 'phone', type: 'text', label: 'Điện thoại' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'email', type: 'email', label: 'Thư điện tử' },
        webAddress('website', 'Trang web', { mayBeHost: true }),
      ],
    },
    { name: 'address', type: 'text', label: 'Địa chỉ' },
  ],
})
