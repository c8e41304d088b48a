import type { Field } from 'payload'
import { staffOnly, thoseWhoUpdate } from '#cms/access/field-access.ts'
import type { Resource } from '#cms/access/permissions.ts'
import { readersEmail, readersText } from './reader-words.ts'

/**
 * Who wrote, and that the person agreed: personal data is for those who answer alone.
 * @param nameIsShown whether the form told the person that the full name is shown
 */
export const contributorFields = (resource: Resource, nameIsShown: boolean): Field[] => [
  readersText({
    name: 'name',
    label: 'Họ và tên',
    maxLength: 100,
    access: nameIsShown ? {} : { read: staffOnly },
  }),
  readersEmail({
    name: 'email',
    label: 'Thư điện tử',
    access: { read: thoseWhoUpdate(resource) },
    admin: { description: 'Không bao giờ hiện công khai.' },
  }),
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
  sinceWhen('consentWithdrawnAt', 'Rút lại sự đồng ý lúc'),
  sinceWhen('erasedAt', 'Xóa dữ liệu cá nhân lúc'),
  {
    name: 'readerData',
    type: 'ui',
    label: 'Dữ liệu của bạn đọc',
    admin: {
      disableListColumn: true,
      components: { Field: '/cms/admin/ReaderData.tsx#ReaderData' },
    },
  },
]

/** A moment that an act of reader-data/ has set; unseen until then. */
const sinceWhen = (name: string, label: string): Field => ({
  name,
  type: 'date',
  label,
  access: { read: staffOnly },
  admin: { position: 'sidebar', condition: (data) => Boolean(data?.[name]) },
})
