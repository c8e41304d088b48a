import { documentTag } from '#shared/cache-tags.ts'
import { pathOf, type PublicCollection } from '#shared/routes.ts'
import type { PageContext } from './page-context.ts'
import { READING, published } from './reading.ts'

/** A relation to one of several collections, as Payload keeps it. */
export interface Reference {
  readonly relationTo: string
  readonly value: string | { id: string } | number
}

const WITH_DRAFTS = ['news', 'documents', 'products', 'producers', 'programmes', 'pages'] as const
const WITHOUT_DRAFTS = ['categories', 'topics'] as const
type Linkable = (typeof WITH_DRAFTS)[number] | (typeof WITHOUT_DRAFTS)[number]

/**
 * Public paths of what is referred to, by `collection:id`. What is not public is missing: a link
 * to it is left out. One read a collection.
 */
export async function linkPaths(
  page: PageContext,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = Map.groupBy(references, (reference) => reference.relationTo)
  const found = await Promise.all(
    [...wanted].map(async ([collection, group]) =>
      isLinkable(collection) ? pathsOf(page, collection, group.map(referenceId)) : [],
    ),
  )
  return new Map(found.flat())
}

/** Key of a reference in {@link linkPaths}. */
export function referenceKey(reference: Reference): string {
  return documentTag(reference.relationTo, referenceId(reference))
}

async function pathsOf(
  page: PageContext,
  collection: Linkable,
  ids: string[],
): Promise<[string, string][]> {
  page.tag(...ids.map((id) => documentTag(collection, id)))
  const listed = { id: { in: ids } }
  const options = { ...READING, where: listed }
  const docs: { id: string; slug?: string | null; path?: string | null }[] =
    collection === 'categories' || collection === 'topics'
      ? (await page.portal.find({ ...options, collection, select: { slug: true, path: true } }))
          .docs
      : (
          await page.portal.find({
            ...options,
            collection,
            where: published(page, listed),
            select: { slug: true },
          })
        ).docs
  return docs.flatMap((doc) => {
    const path = pathOf(collection satisfies PublicCollection, doc)
    return path ? [[documentTag(collection, doc.id), path] as [string, string]] : []
  })
}

function referenceId({ value }: Reference): string {
  return typeof value === 'object' ? value.id : String(value)
}

function isLinkable(collection: string): collection is Linkable {
  return ([...WITH_DRAFTS, ...WITHOUT_DRAFTS] as readonly string[]).includes(collection)
}
