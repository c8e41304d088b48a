import { createHmac, timingSafeEqual } from 'node:crypto'
import { PUBLIC_COLLECTIONS, ROUTES, type PublicCollection } from '#shared/routes.ts'

/** Lets one editor see the draft of one document until a moment. */
export interface PreviewGrant {
  readonly collection: PublicCollection
  readonly id: string
  readonly userId: string
  /** The editor's session in which the link was made; with it the link ends. */
  readonly sessionId: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

/** How far the clocks of two machines may be apart. */
const CLOCKS_APART_MS = 60_000

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
    session: grant.sessionId,
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
    sessionId: query.get('session') ?? '',
    expires: momentOf(query.get('expires') ?? ''),
  }
  if (!isSame(query.get('signature') ?? '', signatureOf(grant, secret))) return null
  return isAhead(grant.expires, now) ? grant : null
}

/** When a grant was made, in milliseconds since 1970. */
export function madeAt({ expires }: Pick<PreviewGrant, 'expires'>): number {
  return expires - PREVIEW_LIFETIME_MS
}

/** The query that lets a preview show one file of a draft (`ID/NAME`), until a moment. */
export function signPreviewFile(file: string, expires: number, secret: string): string {
  return `?xem=${expires}.${hmac(`preview-file:${file}:${expires}`, secret)}`
}

/** Whether a query was signed for this very file and has not expired. */
export function verifyPreviewFile(file: string, query: string, secret: string, now: Date): boolean {
  const expires = momentOf(/^\?xem=(\d+)\./.exec(query)?.[1] ?? '')
  return isAhead(expires, now) && isSame(query, signPreviewFile(file, expires, secret))
}

/** Digits alone: `Number` would also take "Infinity", "1e99" and blanks. */
function momentOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}

/** Not over yet, and no further ahead than the portal ever signs. */
function isAhead(expires: number, now: Date): boolean {
  const left = expires - now.getTime()
  return left > 0 && left <= PREVIEW_LIFETIME_MS + CLOCKS_APART_MS
}

function signatureOf(grant: PreviewGrant, secret: string): string {
  const { collection, id, userId, sessionId, expires } = grant
  return hmac(`preview:${collection}:${id}:${userId}:${sessionId}:${expires}`, secret)
}

/** HMAC-SHA256 (RFC 2104); what is signed begins with its purpose, so it serves no other. */
function hmac(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
