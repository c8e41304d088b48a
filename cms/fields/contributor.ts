import type { Field } from 'payload'
import { staffOnly, thoseWhoUpdate } from '#cms/access/field-access.ts'
import type { Resource } from '#cms/access/permissions.ts'

/**
 * Who wrote, and that the person agreed: personal data is for those who answer alone.
 * @param nameIsShown whether the form told the person that the full name is shown
 */
export const contributorFields = (resource: Resource, nameIsShown: boolean): Field[] => [
  {
    name: 'name',
    type: 'text',
    label: 'Họ và tên',
    required: true,
    maxLength: 100,
    access: nameIsShown ? {} : { read: staffOnly },
  },
  {
    name: 'email',
    type: 'email',
    label: 'Thư điện tử',
    required: true,
    access: { read: thoseWhoUpdate(resource) },
    admin: { description: 'Không bao giờ hiện công khai.' },
  },
  {
    name: 'consentedAt',
    type: 'date',
    label: 'Đồng ý xử lý dữ liệu cá nhân lúc',
    access: { read: staffOnly },
    admin: { readOnly: true, position: 'sidebar' },
  },
  {
    name: 'consentText',
    type: 'text',
    label: 'Nội dung đã đồng ý',
    access: { read: staffOnly },
    admin: { readOnly: true, position: 'sidebar' },
  },
]
