import type { Field } from 'payload'

/** Payload's own fields of an upload whose labels it has in English alone. */
export const technicalFields = (): Field[] => [
  { name: 'mimeType', type: 'text', label: 'Dạng tệp' },
  {
    name: 'thumbnailURL',
    type: 'text',
    label: 'Địa chỉ ảnh nhỏ',
    admin: { disableListColumn: true, disableListFilter: true },
  },
]
