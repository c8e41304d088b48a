import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { KEPT } from '#cms/access/public-where.ts'
import { idField } from '#cms/fields/id.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { treeFields } from '#cms/fields/tree.ts'
import { treeHooks } from '#cms/hooks/tree-hooks.ts'

export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: 'Chủ đề', plural: 'Chủ đề' },
  access: collectionAccess('topics', KEPT),
  trash: true,
  defaultSort: 'order',
  admin: {
    group: 'Sắp xếp',
    useAsTitle: 'title',
    description: 'Chủ đề cắt ngang các chuyên mục.',
    defaultColumns: ['title', 'path', 'order', 'updatedAt'],
    listSearchableFields: ['title', 'path'],
  },
  hooks: treeHooks('topics'),
  fields: [idField(), ...treeFields('topics'), ...slugFields(), whereUsedField()],
}
