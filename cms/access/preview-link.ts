import { createHmac, timingSafeEqual } from 'node:crypto'
import { PUBLIC_COLLECTIONS, ROUTES, type PublicCollection } from '#shared/routes.ts'

/** Lets one editor see the draft of one document until a moment. */
export interface PreviewGrant {
  readonly collection: PublicCollection
  readonly id: string
  readonly userId: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

/** How long a preview link lives that an editor opens from the admin. */
export const PREVIEW_LIFETIME_MS = 60 * 60 * 1000

/**
 * The signed address of a preview on the site, as path and query. Whoever holds it sees the draft
 * as that editor would, so it is short-lived and its pages are never cached.
 */
export function signPreview(grant: PreviewGrant, secret: string): string {
  const query = new URLSearchParams({
    collection: grant.collection,
    id: grant.id,
    user: grant.userId,
    expires: String(grant.expires),
    signature: signatureOf(grant, secret),
  })
  return `${ROUTES.preview}?${query}`
}

/** The grant of a preview link; `null` where it is not ours, was changed, or has expired. */
export function verifyPreview(
  query: URLSearchParams,
  secret: string,
  now: Date,
): PreviewGrant | null {
  const collection = PUBLIC_COLLECTIONS.find((name) => name === query.get('collection'))
  if (!collection) return null
  const grant: PreviewGrant = {
    collection,
    id: query.get('id') ?? '',
    userId: query.get('user') ?? '',
    expires: Number(query.get('expires')),
  }
  const given = Buffer.from(query.get('signature') ?? '')
  const expected = Buffer.from(signatureOf(grant, secret))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return grant.expires > now.getTime() ? grant : null
}

/** HMAC-SHA256 (RFC 2104); the prefix keeps the signature from serving any other purpose. */
function signatureOf({ collection, id, userId, expires }: PreviewGrant, secret: string): string {
  return createHmac('sha256', secret)
    .update(`preview:${collection}:${id}:${userId}:${expires}`)
    .digest('base64url')
}
