import { documentTag, pathTag } from '#shared/cache-tags.ts'
import { pathOf, type PublicCollection } from '#shared/routes.ts'
import type { PageContext } from './page-context.ts'
import { READING } from './reading.ts'

/** What became of a path that shows nothing. */
export type Absent =
  | { readonly status: 301; readonly location: string }
  | { readonly status: 410 }
  | { readonly status: 404 }

/**
 * Looks a path up among the old addresses: it moved (to where its document stands now, so there
 * are no chains), it was withdrawn, or nobody ever heard of it. The first page of a list is the
 * list. The page depends on the path, since
 * something may appear there.
 */
export async function findAbsent(page: PageContext, path: string): Promise<Absent> {
  const from = decoded(path)
  const firstPage = /^(\/.+)\/trang-1$/.exec(path)
  if (firstPage?.[1]) return { status: 301, location: firstPage[1] }
  page.tag(pathTag(from))
  // Editors alone may list old addresses; what one of them says is no secret.
  const { docs } = await page.portal.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    select: { kind: true, target: true, to: true },
  })
  const old = docs[0]
  if (!old) return { status: 404 }
  page.tag(documentTag('redirects', old.id))
  if (old.kind === 'gone') return { status: 410 }
  const location = old.target
    ? await presentPath(page, old.target.relationTo, idIn(old.target.value))
    : (old.to ?? null)
  return location && location !== from
    ? { status: 301, location: asHeader(location) }
    : { status: 410 }
}

/** Where the public finds a document now; `null` when it does not. */
async function presentPath(
  page: PageContext,
  collection: PublicCollection,
  id: string,
): Promise<string | null> {
  page.tag(documentTag(collection, id))
  const { docs } = await page.portal.find({
    ...READING,
    collection,
    where: { id: { equals: id } },
    limit: 1,
    select: collection === 'categories' ? { slug: true, path: true } : { slug: true },
  })
  return docs[0] ? pathOf(collection, docs[0]) : null
}

/** Headers carry ASCII alone; a backslash would be read as a slash. */
function asHeader(location: string): string {
  return location.replace(/[^\x21-\x5b\x5d-\x7e]+/gu, encodeURIComponent)
}

function idIn(value: string | { id: string }): string {
  return typeof value === 'string' ? value : value.id
}

/** Old addresses are kept as people read them; a path comes as it was sent. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // The server refuses such paths before; as it stands it is in no list.
    return path
  }
}
