import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { KEPT } from '#cms/access/public-where.ts'
import { idField } from '#cms/fields/id.ts'
import { slugFields } from '#cms/fields/slug.ts'
import { whereUsedField } from '#cms/fields/where-used.ts'
import { treeFields } from '#cms/fields/tree.ts'
import { treeHooks } from '#cms/hooks/tree-hooks.ts'

export const Categories: CollectionConfig = {
  slug: 'categories',
  labels: { singular: 'Chuyên mục', plural: 'Chuyên mục' },
  access: collectionAccess('categories', KEPT),
  trash: true,
  defaultSort: 'order',
  admin: {
    group: 'Sắp xếp',
    useAsTitle: 'title',
    description: 'Cây chuyên mục của tin bài.',
    defaultColumns: ['title', 'path', 'order', 'updatedAt'],
    listSearchableFields: ['title', 'path'],
  },
  hooks: treeHooks('categories'),
  fields: [idField(), ...treeFields('categories'), ...slugFields(), whereUsedField()],
}
