import type { CollectionSlug, PayloadRequest, TypeWithID } from 'payload'

/** The stored main row of a document: what the public reads, whatever drafts lie above it. */
export interface MainRow extends TypeWithID {
  readonly _status?: 'draft' | 'published' | null
  readonly deletedAt?: string | null
  readonly updatedAt?: string | null
  readonly slug?: string | null
  readonly path?: string | null
  readonly [field: string]: unknown
}

/** Reads the main row in the request's transaction; `null` where there is none. */
export async function readMainRow(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<MainRow | null> {
  return await req.payload.db.findOne<MainRow>({ collection, req, where: { id: { equals: id } } })
}

/**
 * Keeps the main row as it is before a write, for the hooks that run after it. `previousDoc` will
 * not do: it is the newest draft and misses what the public saw.
 */
export async function rememberMainRow(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string | undefined,
): Promise<void> {
  rowsOf(req).set(keyOf(collection, id), id ? await readMainRow(req, collection, id) : null)
}

/** The row that {@link rememberMainRow} kept; `null` for a new document. */
export function mainRowBefore(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string | undefined,
): MainRow | null {
  return rowsOf(req).get(keyOf(collection, id)) ?? null
}

/** Whether the public sees this row. Collections without drafts have no status. */
export function isPublicRow(row: MainRow | null): row is MainRow {
  return row !== null && (row._status ?? 'published') === 'published' && !row.deletedAt
}

/** Whether the public sees what somebody sent in: it does once it is approved. */
export function isApprovedRow(row: MainRow | null): row is MainRow {
  return row !== null && row.status === 'approved' && !row.deletedAt
}

function rowsOf(req: PayloadRequest): Map<string, MainRow | null> {
  const context = req.context as { mainRows?: Map<string, MainRow | null> }
  return (context.mainRows ??= new Map())
}

function keyOf(collection: CollectionSlug, id: string | undefined): string {
  return `${collection}:${id ?? 'new'}`
}
