import type { TextField } from 'payload'
import { isCalendarDate } from '#shared/vietnamese/dates.ts'

type Options = Partial<Omit<TextField, 'type' | 'name' | 'hasMany' | 'validate'>>

/** A calendar date `YYYY-MM-DD`: a day in Việt Nam, never an instant. Shown with a date picker. */
export const calendarDate = (name: string, label: string, options: Options = {}): TextField =>
  ({
    name,
    type: 'text',
    label,
    ...options,
    validate: (value: string | null | undefined) => {
      if (!value) return options.required ? 'Hãy chọn ngày.' : true
      return isCalendarDate(value) || 'Ngày không hợp lệ. Hãy chọn ngày trên lịch, ví dụ 17/3/2026.'
    },
    admin: {
      ...options.admin,
      components: {
        ...options.admin?.components,
        Field: '/cms/fields/CalendarDateField.tsx#CalendarDateField',
        Cell: '/cms/fields/CalendarDateCell.tsx#CalendarDateCell',
      },
    },
  }) as TextField
