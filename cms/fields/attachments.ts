import type { Field } from 'payload'

/** Files that a reader may open or download, in the editor's order. */
export const attachmentsField = (name = 'attachments', label = 'Tệp đính kèm'): Field => ({
  name,
  type: 'upload',
  relationTo: 'files',
  hasMany: true,
  label,
  admin: { description: 'PDF, Word, Excel hoặc ZIP. Tệp chỉ công khai khi bài được đăng.' },
})
