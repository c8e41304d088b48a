import type { Payload } from 'payload'
import { pathOf, PUBLIC_COLLECTIONS, type PublicCollection } from '#shared/routes.ts'

/** The published document that stands at a path; `null` for lists and for what is not there. */
export async function documentAt(
  portal: Payload,
  path: string,
): Promise<[collection: PublicCollection, id: string] | null> {
  const address = addressIn(path)
  if (!address) return null
  const [collection, slug] = address
  const field = collection === 'categories' ? 'path' : 'slug'
  const { docs } = await portal.find({
    collection,
    where: { [field]: { equals: slug } },
    overrideAccess: false,
    depth: 0,
    limit: 1,
    pagination: false,
    select: {},
  })
  return docs[0] ? [collection, docs[0].id] : null
}

function addressIn(path: string): [PublicCollection, string] | null {
  for (const collection of PUBLIC_COLLECTIONS) {
    const base = pathOf(collection, { slug: '.', path: '.' })?.slice(0, -1) ?? '/'
    const slug = path.startsWith(base) ? path.slice(base.length) : ''
    const isWhole = collection === 'categories' || !slug.includes('/')
    if (slug && isWhole) return [collection, slug]
  }
  return null
}
