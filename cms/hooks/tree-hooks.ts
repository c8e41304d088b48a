import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionConfig,
  type PayloadRequest,
} from 'payload'
import { allOrNothing } from './all-or-nothing.ts'
import { recordChange, recordDeletedRow, rememberDeletedRow, rememberRow } from './changes.ts'
import { guardDeletion, guardTrash } from './guard-deletion.ts'
import { recordAddress, recordDeletion, retireAddresses } from './redirects.ts'
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
      rememberRow(collection),
      guardTrash(collection),
      keepSlug(collection, 'title', () => true),
      keepPath(collection),
    ],
    afterChange: [
      recordAddress(collection),
      recordUsages(collection),
      recordChange(collection),
      // Last: what it saves is remembered in the same request.
      moveChildren(collection),
    ],
    beforeDelete: [
      guardDeletion(collection),
      rememberDeletedRow(collection),
      retireAddresses(collection),
      noteChildren(collection),
    ],
    afterDelete: [
      recordDeletion(collection),
      forgetUsages(collection),
      recordDeletedRow(collection),
      releaseChildren(collection),
    ],
    afterOperation: [allOrNothing],
  }
}

function keepPath(collection: Tree): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const { slug, parent } = { ...originalDoc, ...data }
    if (!slug) return { ...data, path: null }
    const ancestors = await ancestorsOf(req, collection, parent, originalDoc?.id)
    // An ancestor in the trash has no slug: its children stand on their own until it is back.
    const slugs = ancestors.flatMap((node) => node.slug ?? [])
    return { ...data, path: [...slugs, slug].join('/') }
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
  return async ({ doc, operation, previousDoc, req }) => {
    if (operation === 'create' || doc.path === previousDoc.path) return
    for (const id of await childrenOf(req, collection, doc.id)) {
      await place(req, collection, id, doc.id)
    }
  }
}

/** The database forgets who the parent was, so the children are noted before. */
function noteChildren(collection: Tree): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    orphansOf(req).set(String(id), await childrenOf(req, collection, String(id)))
  }
}

/** Children of a deleted node move to the top. */
function releaseChildren(collection: Tree): CollectionAfterDeleteHook {
  return async ({ id, req }) => {
    for (const child of orphansOf(req).get(String(id)) ?? []) {
      await place(req, collection, child, null)
    }
  }
}

async function childrenOf(req: PayloadRequest, collection: Tree, id: string): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    req,
    where: { parent: { equals: id } },
    depth: 0,
    pagination: false,
    select: {},
  })
  return docs.map((child) => child.id)
}

async function place(
  req: PayloadRequest,
  collection: Tree,
  id: string,
  parent: string | null,
): Promise<void> {
  await req.payload.update({ collection, id, data: { parent }, req, depth: 0 })
}

function orphansOf(req: PayloadRequest): Map<string, string[]> {
  const context = req.context as { orphans?: Map<string, string[]> }
  return (context.orphans ??= new Map())
}
