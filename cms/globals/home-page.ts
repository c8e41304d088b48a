import type { GlobalConfig } from 'payload'
import { globalAccess } from '#cms/access/global-access.ts'
import { linkFields } from '#cms/fields/link.ts'
import { recordGlobalChange } from '#cms/hooks/changes.ts'
import { recordGlobalUsages } from '#cms/hooks/usages.ts'

export const HomePage: GlobalConfig = {
  slug: 'home-page',
  label: 'Trang chủ',
  access: globalAccess('home-page'),
  hooks: { afterChange: [recordGlobalUsages('home-page'), recordGlobalChange('home-page')] },
  admin: { group: 'Hệ thống', description: 'Những gì trang chủ chọn ra, ngoài phần tự động.' },
  fields: [
    {
      name: 'categories',
      type: 'relationship',
      relationTo: 'categories',
      hasMany: true,
      maxRows: 6,
      label: 'Chuyên mục hiện tin mới',
    },
    {
      name: 'products',
      type: 'relationship',
      relationTo: 'products',
      hasMany: true,
      maxRows: 8,
      label: 'Sản phẩm giới thiệu',
      admin: { description: 'Để trống: lấy sản phẩm được công nhận gần đây.' },
    },
    {
      name: 'links',
      type: 'array',
      label: 'Liên kết hữu ích',
      labels: { singular: 'Liên kết', plural: 'Liên kết' },
      fields: linkFields(),
    },
  ],
}
