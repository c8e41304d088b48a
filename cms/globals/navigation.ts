import type { GlobalConfig } from 'payload'
import { globalAccess } from '#cms/access/global-access.ts'
import { linkFields } from '#cms/fields/link.ts'
import { recordGlobalChange } from '#cms/hooks/changes.ts'
import { recordGlobalUsages } from '#cms/hooks/usages.ts'

export const Navigation: GlobalConfig = {
  slug: 'navigation',
  label: 'Trình đơn',
  access: globalAccess('navigation'),
  hooks: { afterChange: [recordGlobalUsages('navigation'), recordGlobalChange('navigation')] },
  admin: { group: 'Hệ thống', description: 'Trình đơn ở đầu trang và các liên kết ở chân trang.' },
  fields: [
    {
      name: 'header',
      type: 'array',
      label: 'Đầu trang',
      labels: { singular: 'Mục', plural: 'Mục' },
      maxRows: 8,
      fields: linkFields(),
    },
    {
      name: 'footer',
      type: 'array',
      label: 'Chân trang',
      labels: { singular: 'Mục', plural: 'Mục' },
      fields: linkFields(),
    },
  ],
}
