import type { Field } from 'payload'
import { staffOnly } from '#cms/access/field-access.ts'

const STATUSES = [
  { value: 'pending', label: 'Chờ duyệt' },
  { value: 'approved', label: 'Đã duyệt' },
  { value: 'rejected', label: 'Không đăng' },
]

/** Nothing from the public is shown before a person approved it. */
export const moderationFields = (): Field[] => [
  {
    name: 'status',
    type: 'select',
    label: 'Duyệt',
    options: STATUSES,
    required: true,
    defaultValue: 'pending',
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'moderationNote',
    type: 'textarea',
    label: 'Ghi chú nội bộ',
    access: { read: staffOnly },
    admin: { position: 'sidebar' },
  },
]
