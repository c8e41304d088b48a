import type { CollectionConfig } from 'payload'
import { uploadAccess } from '#cms/access/upload-access.ts'
import { idField } from '#cms/fields/id.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { examinePicture } from '#cms/uploads/examine.ts'
import { storedIn } from '#cms/uploads/file-route.ts'
import { technicalFields } from '#cms/uploads/technical-fields.ts'
import { uploadHooks } from '#cms/uploads/upload-hooks.ts'

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Ảnh', plural: 'Ảnh' },
  access: uploadAccess('media'),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  admin: {
    group: 'Tệp',
    useAsTitle: 'alt',
    description: 'Ảnh JPEG, PNG hoặc WebP. Hệ thống tự tạo các cỡ WebP.',
    defaultColumns: ['filename', 'alt', 'isPublic', 'createdAt'],
    listSearchableFields: ['alt', 'caption', 'filename'],
  },
  upload: {
    ...storedIn('media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    focalPoint: true,
    crop: true,
    imageSizes: [
      { name: 'small', width: 480, withoutEnlargement: true, formatOptions: { format: 'webp' } },
      { name: 'medium', width: 960, withoutEnlargement: true, formatOptions: { format: 'webp' } },
      // Left out where the picture is smaller: it would be the medium one once more.
      { name: 'large', width: 1600, formatOptions: { format: 'webp' } },
      { name: 'card', width: 720, height: 480, formatOptions: { format: 'webp' } },
      { name: 'social', width: 1200, height: 630, formatOptions: { format: 'jpeg' } },
    ],
    adminThumbnail: 'small',
  },
  hooks: uploadHooks('media', examinePicture),
  fields: [
    idField(),
    {
      name: 'alt',
      type: 'text',
      label: 'Mô tả ảnh cho người không nhìn thấy',
      required: true,
      maxLength: 250,
      admin: { description: 'Tả điều ảnh cho thấy, một câu.' },
    },
    { name: 'caption', type: 'text', label: 'Chú thích', maxLength: 300 },
    { name: 'credit', type: 'text', label: 'Nguồn ảnh', maxLength: 150 },
    {
      name: 'isPublic',
      type: 'checkbox',
      label: 'Đang công khai',
      defaultValue: false,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    ...technicalFields(),
    whereUsedField(),
  ],
}
