import type { Field } from 'payload'
import { calendarDate } from './calendar-date.ts'

/** Levels of support: each is a dated row with its legal basis, since caps change. */
export const supportRowsField = (): Field => ({
  name: 'support',
  type: 'array',
  label: 'Mức hỗ trợ',
  labels: { singular: 'Mức hỗ trợ', plural: 'Mức hỗ trợ' },
  fields: [
    { name: 'item', type: 'text', label: 'Nội dung được hỗ trợ', required: true },
    {
      type: 'row',
      fields: [
        { name: 'rate', type: 'number', label: 'Tỷ lệ tối đa (%)', min: 0, max: 100 },
        {
          name: 'cap',
          type: 'number',
          label: 'Mức tối đa (triệu đồng)',
          min: 0,
          admin: { description: 'Để trống nếu không có mức trần.' },
        },
        {
          name: 'unit',
          type: 'text',
          label: 'Tính trên',
          admin: { description: 'Ví dụ: một cơ sở.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        calendarDate('from', 'Áp dụng từ'),
        calendarDate('to', 'Thôi áp dụng từ', {
          admin: { description: 'Ngày đầu tiên không còn áp dụng.' },
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'legalBasis',
          type: 'relationship',
          relationTo: 'documents',
          label: 'Văn bản quy định',
        },
        {
          name: 'clause',
          type: 'text',
          label: 'Điều, khoản',
          admin: { description: 'Ví dụ: Điều 6, khoản 3.' },
        },
      ],
    },
  ],
})
