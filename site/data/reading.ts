import type { Where } from 'payload'
import { APPROVED, PUBLISHED } from '#cms/access/public-where.ts'
import type { PageContext } from './page-context.ts'

/**
 * Options of every read for a page: as the viewer, never past access control, without relations
 * (pages load those in one read each), and without a count.
 */
export function reading(page: PageContext) {
  return {
    overrideAccess: false,
    user: page.viewer.user,
    depth: 0,
    pagination: false,
  } as const
}

/** The same for one document that a preview shows as its newest draft. */
export function readingDraft(page: PageContext) {
  return { ...reading(page), draft: page.viewer.preview } as const
}

/**
 * Conditions of a list, which holds what the public may read: a preview's holds no drafts either. For
 * the public itself access control says so: said twice it cost a twentieth of what an article takes.
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
