import type { Where } from 'payload'
import { APPROVED, PUBLISHED } from '#cms/access/public-where.ts'
import type { PageContext } from './page-context.ts'

/**
 * Options of every read for a page: never past access control, without relations (pages load those
 * in one read each), and without a count. As the public also in a preview: what stands beside a
 * draft is what stands there for all, and some editors may read less than that.
 */
export const READING = {
  overrideAccess: false,
  user: null,
  depth: 0,
  pagination: false,
} as const

/** The same as the viewer, for what belongs to a document that a preview shows: its uploads. */
export function readingAsViewer(page: PageContext) {
  return { ...READING, user: page.viewer.user } as const
}

/** The same for that document itself, as its newest draft. */
export function readingDraft(page: PageContext) {
  return { ...readingAsViewer(page), draft: page.viewer.preview } as const
}

/**
 * Conditions of a list, which holds what the public may read: a preview's holds no drafts either.
 * Access control says so too; said twice to the public it cost a twentieth of what an article takes.
 */
export function published(page: PageContext, ...conditions: Where[]): Where {
  return inPublic(page, PUBLISHED, conditions)
}

/** The same for moderated contributions. */
export function approved(page: PageContext, ...conditions: Where[]): Where {
  return inPublic(page, APPROVED, conditions)
}

function inPublic({ viewer }: PageContext, isPublic: Where, conditions: Where[]): Where {
  const all = viewer.user ? [isPublic, ...conditions] : conditions
  return all.length > 0 ? { and: all } : {}
}

/** Id of a relation, whether it came as an id or as a document. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  if (!value) return null
  return typeof value === 'string' ? value : value.id
}

/** Ids of a list of relations; what is empty is dropped. */
export function idsOf(values: readonly (string | { id: string })[] | null | undefined): string[] {
  return (values ?? []).map(idOf).filter((id) => id !== null)
}
