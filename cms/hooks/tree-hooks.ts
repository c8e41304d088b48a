import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  type PayloadRequest,
} from 'payload'
import { allOrNothing } from './all-or-nothing.ts'
import { guardDeletion, guardTrash } from './guard-deletion.ts'
import { rememberMainRow } from './main-row.ts'
import { recordAddress, recordDeletion } from './redirects.ts'
import { keepSlug } from './slug.ts'
import { forgetUsages, recordUsages } from './usages.ts'

type Tree = 'categories' | 'topics'

interface Node {
  readonly id: string
  readonly slug?: string | null
  readonly path?: string | null
  readonly parent?: string | null
  readonly title: string
}

/** Hooks of a tree: every node keeps its full path, and a node that moves takes its children along. */
export function treeHooks(collection: Tree): NonNullable<CollectionConfig['hooks']> {
  return {
    beforeChange: [
      async ({ data, originalDoc, req }) => {
        await rememberMainRow(req, collection, originalDoc?.id)
        return data
      },
      guardTrash(collection),
      keepSlug(collection, 'title', () => true),
      keepPath(collection),
    ],
    afterChange: [recordAddress(collection), moveChildren(collection), recordUsages(collection)],
    beforeDelete: [guardDeletion(collection)],
    afterDelete: [recordDeletion(collection), forgetUsages(collection)],
    afterOperation: [allOrNothing],
  }
}

function keepPath(collection: Tree): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const { slug, parent } = { ...originalDoc, ...data }
    if (!slug) return { ...data, path: null }
    const ancestors = await ancestorsOf(req, collection, parent, originalDoc?.id)
    return { ...data, path: [...ancestors.map((node) => node.slug), slug].join('/') }
  }
}

/** From the root to the parent. A node below itself would have no path at all. */
async function ancestorsOf(
  req: PayloadRequest,
  collection: Tree,
  parent: string | null | undefined,
  ownId: string | undefined,
): Promise<Node[]> {
  const ancestors: Node[] = []
  for (let id = parent; id;) {
    if (id === ownId || ancestors.some((node) => node.id === id)) throw circle()
    const node: Node | null = await req.payload.db.findOne<Node>({
      collection,
      req,
      where: { id: { equals: id } },
    })
    if (!node) break
    ancestors.unshift(node)
    id = node.parent ?? null
  }
  return ancestors
}

function circle(): APIError {
  return new APIError(
    'Mục cha đang nằm dưới chính mục này. Hãy chọn mục cha khác.',
    400,
    { code: 'tree_circle' },
    true,
  )
}

function moveChildren(collection: Tree): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, req }) => {
    if (!previousDoc?.path || doc.path === previousDoc.path) return
    const { docs } = await req.payload.find({
      collection,
      req,
      where: { parent: { equals: doc.id } },
      depth: 0,
      pagination: false,
    })
    for (const child of docs) {
      await req.payload.update({
        collection,
        id: child.id,
        data: { parent: doc.id },
        req,
        depth: 0,
      })
    }
  }
}
