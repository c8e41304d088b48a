import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

type State = Readonly<Record<string, unknown>>

/** A document as it is stored: the main row, and the newest draft above it where there is one. */
export async function storedStates(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<State[]> {
  const where = { id: { equals: id } }
  const row = await req.payload.db.findOne<State & { id: string }>({ collection, req, where })
  const draft = await newestDraft(req, collection, id)
  return [row, draft].filter((state) => state !== null)
}

/** A global as it is stored; nothing before its first save. */
export async function storedGlobal(req: PayloadRequest, slug: GlobalSlug): Promise<State[]> {
  const global: unknown = await req.payload.db.findGlobal({ slug, req })
  return global ? [global as State] : []
}

/** The newest version of a document; `null` where its collection keeps none. */
export async function newestDraft(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<State | null> {
  if (!req.payload.collections[collection].config.versions) return null
  const { docs } = await req.payload.db.findVersions<State>({
    collection,
    req,
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs[0]?.version ?? null
}
