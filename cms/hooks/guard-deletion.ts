import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { isLiving, placesUsing, type Place } from './where-used.ts'

/** Added to a request by who has seen where a document is used and goes on. */
export const DESPITE_USE = 'despiteUse'

/** Refuses to delete for good what other content still refers to, and says where that is. */
export function guardDeletion(collection: CollectionSlug): CollectionBeforeDeleteHook {
  return ({ id, req }) => requireUnused(req, collection, String(id))
}

/** Refuses to move to the trash what other content still refers to, and says where that is. */
export function guardTrash(collection: CollectionSlug): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const isTrashed = Boolean(data.deletedAt) && !originalDoc?.deletedAt
    if (isTrashed) await requireUnused(req, collection, String(originalDoc?.id))
    return data
  }
}

async function requireUnused(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<void> {
  if (isDeliberate(req)) return
  const places = (await placesUsing(req.payload, collection, id, req)).filter(isLiving)
  if (places.length === 0) return
  throw new APIError(refusal(places), 409, { code: 'in_use', places }, true)
}

/** Commands act for the operator; a person goes on from the list "Nơi đang dùng". */
function isDeliberate(req: PayloadRequest): boolean {
  if (!req.user) return true
  return req.context[DESPITE_USE] === true || req.searchParams?.get(DESPITE_USE) === 'true'
}

const MAX_NAMED = 5

function refusal(places: readonly Place[]): string {
  const named = places.slice(0, MAX_NAMED).map(({ kind, title }) => `${kind} “${title}”`)
  const rest = places.length - named.length
  const more = rest > 0 ? ` và ${rest} nơi khác` : ''
  return `Chưa xóa, vì đang được dùng ở ${places.length} nơi: ${named.join('; ')}${more}. Mở mục “Nơi đang dùng” ở cột bên để xem từng nơi; ở đó có nút xóa dù đang dùng.`
}
