import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { KEPT } from '#cms/access/public-where.ts'
import { idField } from '#cms/fields/id.ts'

/**
 * Totals of visits, kept and never summed: one row for all time (`total`), one a day
 * (`day:2026-03-17`) and one a document (`news:ID`). Written by cms/database/counters.ts alone.
 */
export const VisitCounts: CollectionConfig = {
  slug: 'visit-counts',
  labels: { singular: 'Số lượt truy cập', plural: 'Số lượt truy cập' },
  access: collectionAccess('visit-counts', KEPT),
  defaultSort: '-updatedAt',
  admin: {
    group: 'Hệ thống',
    useAsTitle: 'key',
    description: 'Tổng, từng ngày và từng nội dung; hệ thống tự đếm.',
    defaultColumns: ['key', 'visits', 'views', 'bots', 'updatedAt'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  fields: [
    idField(),
    { name: 'key', type: 'text', label: 'Đếm gì', required: true, unique: true },
    count('visits', 'Lượt truy cập'),
    count('views', 'Lượt xem'),
    count('bots', 'Lượt của máy tự động'),
  ],
}

function count(name: string, label: string) {
  return { name, type: 'number' as const, label, required: true, defaultValue: 0, min: 0 }
}
