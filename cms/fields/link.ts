import type { Field } from 'payload'
import { isSitePath, isWebAddress } from '#shared/link-address.ts'
import { LINKABLE } from './rich-text.ts'

/** A named link to content of the portal or to an address. */
export const linkFields = (): Field[] => [
  {
    type: 'row',
    fields: [
      { name: 'label', type: 'text', label: 'Tên hiện trên trang', required: true },
      {
        name: 'target',
        type: 'relationship',
        relationTo: LINKABLE.filter((slug) => slug !== 'files'),
        label: 'Nội dung',
      },
    ],
  },
  {
    name: 'url',
    type: 'text',
    label: 'Hoặc địa chỉ',
    admin: { description: 'Ví dụ /van-ban hoặc https://dichvucong.gov.vn.' },
    validate: (
      value: string | null | undefined,
      { siblingData }: { siblingData: { target?: unknown } },
    ) => {
      if (siblingData?.target) return true
      if (!value) return 'Hãy chọn nội dung hoặc ghi địa chỉ.'
      const isGood = isSitePath(value) || isWebAddress(value)
      return isGood || 'Hãy ghi đường dẫn /… hoặc địa chỉ https://….'
    },
  },
]
