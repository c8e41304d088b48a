import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'
import { selectOne } from '#cms/fields/select.ts'
import { AUDIT_ACTS } from '#shared/vocabulary/audit-acts.ts'

/**
 * Who did what and when, written by cms/audit in the transaction of what was done. No API changes or
 * deletes a row; rows go by their age alone.
 */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: 'Dòng nhật ký', plural: 'Nhật ký hệ thống' },
  access: collectionAccess('audit-log'),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  admin: {
    group: 'Hệ thống',
    useAsTitle: 'createdAt',
    description:
      'Ai làm gì, khi nào. Không ai sửa hay xóa được; mỗi dòng giữ 400 ngày. Đăng nhập sai được gộp ' +
      'theo giờ, tài khoản và mạng.',
    defaultColumns: ['createdAt', 'act', 'actorName', 'kind', 'title', 'network', 'count'],
    listSearchableFields: ['actorName', 'title'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  fields: [
    idField(),
    selectOne('act', 'Việc', AUDIT_ACTS, { required: true, index: true }),
    { name: 'actor', type: 'text', label: 'Mã người làm', index: true },
    { name: 'actorName', type: 'text', label: 'Người làm' },
    { name: 'kind', type: 'text', label: 'Loại nội dung' },
    { name: 'collectionName', type: 'text', label: 'Bảng', admin: { hidden: true } },
    { name: 'documentId', type: 'text', label: 'Mã nội dung', index: true },
    { name: 'title', type: 'text', label: 'Nội dung' },
    { name: 'detail', type: 'text', label: 'Chi tiết' },
    { name: 'network', type: 'text', label: 'Mạng' },
    { name: 'count', type: 'number', label: 'Số lần', required: true, defaultValue: 1 },
  ],
}
