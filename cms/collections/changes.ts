import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'

/**
 * What changed in public, a row for each save that did, written in the save's own transaction by
 * hooks/changes.ts. Every node of the site reads on from where it was and drops what has changed.
 */
export const Changes: CollectionConfig = {
  slug: 'changes',
  access: collectionAccess('changes'),
  admin: { hidden: true },
  fields: [
    idField(),
    { name: 'collectionName', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'isPublicBefore', type: 'checkbox', required: true, defaultValue: false },
    { name: 'isPublicAfter', type: 'checkbox', required: true, defaultValue: false },
    { name: 'tags', type: 'json', required: true },
  ],
}
