import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'

/**
 * Who refers to what: one row for each reference of a document, kept by hooks/usages.ts. It answers
 * "where is this used" before a deletion, and whether a file is in public use.
 */
export const Usages: CollectionConfig = {
  slug: 'usages',
  access: collectionAccess('usages'),
  admin: { hidden: true },
  timestamps: false,
  indexes: [{ fields: ['fromCollection', 'fromId'] }, { fields: ['toCollection', 'toId'] }],
  fields: [
    idField(),
    { name: 'fromCollection', type: 'text', required: true },
    { name: 'fromId', type: 'text', required: true },
    { name: 'toCollection', type: 'text', required: true },
    { name: 'toId', type: 'text', required: true },
    { name: 'isPublic', type: 'checkbox', required: true, defaultValue: false },
  ],
}
