import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { Usage } from '#shared/payload-types.ts'

/** A place that refers to a document. */
export interface Place {
  /** Kind of the place: "Tin bài", "Trang chủ". */
  readonly kind: string
  readonly title: string
  /** Path in the admin. */
  readonly path: string
  readonly isPublic: boolean
  readonly isTrashed: boolean
}

/** All places that refer to a document, public ones first; those in the trash last. */
export async function placesUsing(
  payload: Payload,
  collection: CollectionSlug,
  id: string,
  req?: PayloadRequest,
): Promise<Place[]> {
  const { docs: usages } = await payload.db.find<Usage>({
    collection: 'usages',
    req,
    pagination: false,
    limit: 0,
    where: {
      and: [
        { toCollection: { equals: collection } },
        { toId: { equals: id } },
        { fromId: { not_equals: id } },
      ],
    },
  })
  const places = await Promise.all(
    [...Map.groupBy(usages, (usage) => usage.fromCollection)].map(([from, rows]) =>
      isCollection(payload, from)
        ? ofCollection(payload, from, rows, req)
        : ofGlobal(payload, from),
    ),
  )
  return places.flat().toSorted((a, b) => rank(a) - rank(b))
}

/** Whether a place would lose something: what lies in the trash does not count. */
export const isLiving = (place: Place): boolean => !place.isTrashed

function isCollection(payload: Payload, slug: string): slug is CollectionSlug {
  return slug in payload.collections
}

async function ofCollection(
  payload: Payload,
  from: CollectionSlug,
  usages: readonly Usage[],
  req: PayloadRequest | undefined,
): Promise<Place[]> {
  const { admin, labels } = payload.collections[from].config
  const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
    collection: from,
    req,
    pagination: false,
    limit: 0,
    where: { id: { in: usages.map((usage) => usage.fromId) } },
  })
  return docs.map((doc) => ({
    kind: typeof labels.singular === 'string' ? labels.singular : from,
    title: String(doc[admin.useAsTitle ?? 'id'] || '(chưa có tên)'),
    path: `/admin/collections/${from}/${doc.id}`,
    isPublic: usages.some((usage) => usage.fromId === doc.id && usage.isPublic),
    isTrashed: Boolean(doc.deletedAt),
  }))
}

async function ofGlobal(payload: Payload, slug: string): Promise<Place[]> {
  const config = payload.globals.config.find((global) => global.slug === slug)
  if (!config) return []
  const title = typeof config.label === 'string' ? config.label : slug
  const path = `/admin/globals/${slug}`
  return [{ kind: 'Thiết lập', title, path, isPublic: true, isTrashed: false }]
}

function rank(place: Place): number {
  if (place.isTrashed) return 2
  return place.isPublic ? 0 : 1
}
