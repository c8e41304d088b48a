import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { KEPT } from '#cms/access/public-where.ts'
import { idField } from '#cms/fields/id.ts'

/**
 * What counting visits must remember for a while and then forgets (48 hours at the longest): when
 * a visitor, known by a hash alone, was last seen, and the day's random salt of that hash.
 */
export const VisitTraces: CollectionConfig = {
  slug: 'visit-traces',
  labels: { singular: 'Dấu vết truy cập', plural: 'Dấu vết truy cập' },
  access: collectionAccess('visit-counts', KEPT),
  admin: { hidden: true },
  fields: [
    idField(),
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'kind', type: 'select', options: ['salt', 'visitor', 'view'], required: true },
    { name: 'salt', type: 'text', access: { read: () => false } },
    { name: 'seenAt', type: 'number', required: true },
    { name: 'forgetAt', type: 'number', required: true, index: true },
  ],
  indexes: [{ fields: ['kind', 'seenAt'] }],
}
