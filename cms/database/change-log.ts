import type { Payload, Where } from 'payload'
import { documentTag } from '#shared/cache-tags.ts'
import { databaseOfPortal } from './opened.ts'

/** One reader of the rows that hooks/changes.ts writes, which follows them as they are committed. */
export interface ChangeLog {
  /** Where the log ends now. */
  end(): Promise<string>
  /**
   * What was committed since a position.
   * @returns `null` where the log does not know the position (it was cleaned up, or the content is
   *   another): then anything may have changed
   */
  since(position: string): Promise<News | null>
}

export interface News {
  /** Of all rows together, each once. */
  readonly tags: readonly string[]
  /** Tags of the documents that are public no more. */
  readonly withdrawn: readonly string[]
  readonly position: string
}

/** Rows that a reader takes at once; it asks again at once where there are so many. */
export const MOST_ROWS = 1_000

/** Rows older than this are of use to nobody: a reader that was away for longer begins anew. */
export const KEPT_MS = 7 * 24 * 3_600_000

/** A row of the log, as much of it as readers need. */
export interface ChangeRow {
  readonly tags: readonly string[]
  readonly collectionName: string
  readonly documentId: string
  readonly isPublicBefore: boolean
  readonly isPublicAfter: boolean
}

/** What rows say together. */
export function newsOf(rows: readonly ChangeRow[], position: string): News {
  const withdrawn = rows.filter((row) => row.isPublicBefore && !row.isPublicAfter)
  return {
    tags: [...new Set(rows.flatMap(({ tags }) => tags))],
    withdrawn: withdrawn.map((row) => documentTag(row.collectionName, row.documentId)),
    position,
  }
}

/** A reader of its own: it remembers what it has seen. */
export function changeLogOf(portal: Payload): ChangeLog {
  return databaseOfPortal(portal).kind.changeLog(portal)
}

/** Deletes the rows of which no reader has need, but never the newest one, which is a position. */
export async function forgetChanges(portal: Payload, now: Date): Promise<void> {
  const { docs } = await portal.find({
    collection: 'changes',
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    depth: 0,
  })
  const before = new Date(now.getTime() - KEPT_MS).toISOString()
  const where: Where = {
    and: [{ createdAt: { less_than: before } }, { id: { not_equals: docs[0]?.id ?? '' } }],
  }
  await portal.db.deleteMany({ collection: 'changes', where })
}
