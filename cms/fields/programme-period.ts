import type { Field } from 'payload'
import { calendarDate } from './calendar-date.ts'

const RECURRENCES = [
  { value: 'once', label: 'Một lần' },
  { value: 'yearly', label: 'Hằng năm' },
  { value: 'always', label: 'Quanh năm' },
]

/** When applications are taken; the day that closes is still open, until midnight in Việt Nam. */
export const programmePeriodFields = (): Field[] => [
  {
    type: 'row',
    fields: [
      calendarDate('opens', 'Nhận hồ sơ từ', { index: true }),
      calendarDate('closes', 'Hạn nộp', {
        index: true,
        admin: { description: 'Hết ngày này mới đóng. Để trống: không có hạn.' },
      }),
      {
        name: 'recurrence',
        type: 'select',
        label: 'Định kỳ',
        options: RECURRENCES,
        defaultValue: 'once',
      },
    ],
  },
  {
    name: 'budgets',
    type: 'array',
    label: 'Kinh phí theo năm',
    labels: { singular: 'Năm', plural: 'Năm' },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'year', type: 'number', label: 'Năm', required: true, min: 2000, max: 2100 },
          {
            name: 'amount',
            type: 'number',
            label: 'Kinh phí (triệu đồng)',
            required: true,
            min: 0,
          },
        ],
      },
    ],
  },
]
