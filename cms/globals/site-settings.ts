import type { GlobalConfig } from 'payload'
import { globalAccess } from '#cms/access/global-access.ts'
import { calendarDate } from '#cms/fields/calendar-date.ts'
import { webAddress } from '#cms/fields/web-address.ts'
import { recordGlobalChange } from '#cms/hooks/changes.ts'
import { recordGlobalUsages } from '#cms/hooks/usages.ts'

export const SiteSettings: GlobalConfig = {
  slug: 'site-settings',
  label: 'Thông tin đơn vị',
  access: globalAccess('site-settings'),
  hooks: {
    afterChange: [recordGlobalUsages('site-settings'), recordGlobalChange('site-settings')],
  },
  admin: {
    group: 'Hệ thống',
    description: 'Hiện ở đầu trang, chân trang và trong dữ liệu cho máy tìm kiếm.',
  },
  fields: [
    { name: 'centre', type: 'text', label: 'Tên Trung tâm', required: true },
    { name: 'shortName', type: 'text', label: 'Tên ngắn' },
    { name: 'parentUnit', type: 'text', label: 'Cơ quan chủ quản', required: true },
    { name: 'province', type: 'text', label: 'Tỉnh', required: true },
    { name: 'description', type: 'textarea', label: 'Giới thiệu ngắn', maxLength: 300 },
    { name: 'emblem', type: 'upload', relationTo: 'media', label: 'Biểu trưng' },
    {
      type: 'row',
      fields: [
        { name: 'responsible', type: 'text', label: 'Người chịu trách nhiệm chính' },
        { name: 'responsibleTitle', type: 'text', label: 'Chức vụ' },
      ],
    },
    { name: 'address', type: 'text', label: 'Địa chỉ' },
    {
      type: 'row',
      fields: [
        { name: 'phone', type: 'text', label: 'Điện thoại' },
        { name: 'email', type: 'email', label: 'Thư điện tử' },
      ],
    },
    { name: 'workingHours', type: 'text', label: 'Giờ làm việc' },
    { name: 'licence', type: 'text', label: 'Dòng giấy phép' },
    {
      name: 'notice',
      type: 'text',
      label: 'Lời ghi ở chân trang',
      admin: { description: 'Ví dụ: nội dung trên trang là nội dung mẫu.' },
    },
    {
      name: 'social',
      type: 'array',
      label: 'Kênh mạng xã hội',
      labels: { singular: 'Kênh', plural: 'Kênh' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', label: 'Tên', required: true },
            webAddress('url', 'Địa chỉ', { required: true }),
          ],
        },
      ],
    },
    {
      name: 'visits',
      type: 'group',
      label: 'Số lượt truy cập mang sang',
      admin: { description: 'Số của trang cũ được cộng vào tổng.' },
      fields: [
        { name: 'openingBalance', type: 'number', label: 'Số lượt', min: 0, defaultValue: 0 },
        calendarDate('openingDate', 'Tính đến ngày'),
      ],
    },
  ],
}
