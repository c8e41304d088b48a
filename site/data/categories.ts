import { documentTag, listTag } from '#shared/cache-tags.ts'
import { pathOf, ROUTES } from '#shared/routes.ts'
import { shared } from './shared-values.ts'
import { READING, idOf } from './reading.ts'

export interface Category {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly path: string
  /** Slugs from the root on: the part of `path` behind /chuyen-muc. */
  readonly slugPath: string
  readonly parentId: string | null
  readonly children: readonly Category[]
}

export interface CategoryTree {
  readonly roots: readonly Category[]
  readonly byId: ReadonlyMap<string, Category>
}

/** All categories as a tree, in the editors' order. */
export const loadCategories = shared('categories', async (page): Promise<CategoryTree> => {
  page.tag(listTag('categories'))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'categories',
    sort: ['order', 'title'],
    select: { title: true, description: true, slug: true, path: true, parent: true },
  })
  const byId = new Map<string, Category & { children: Category[] }>()
  for (const doc of docs) {
    const path = pathOf('categories', doc)
    if (!path) continue
    byId.set(doc.id, {
      id: doc.id,
      title: doc.title,
      description: doc.description ?? null,
      path,
      slugPath: path.slice(ROUTES.category.length + 1),
      parentId: idOf(doc.parent),
      children: [],
    })
  }
  for (const category of byId.values()) {
    if (category.parentId) byId.get(category.parentId)?.children.push(category)
  }
  const roots = [...byId.values()].filter(({ parentId }) => !parentId || !byId.has(parentId))
  return { roots, byId }
})

/** Ids of a category and of all below it. */
export function withDescendants(category: Category): string[] {
  return [category.id, ...category.children.flatMap(withDescendants)]
}

/** From the root down to the category itself. */
export function trailOf(tree: CategoryTree, category: Category): Category[] {
  const parent = category.parentId ? tree.byId.get(category.parentId) : undefined
  return parent ? [...trailOf(tree, parent), category] : [category]
}

/** Tags of a list that shows the news of a category: the category's own, and those below it. */
export function categoryListTags(category: Category): string[] {
  return [
    documentTag('categories', category.id),
    ...withDescendants(category).map((id) => listTag('news', id)),
  ]
}
