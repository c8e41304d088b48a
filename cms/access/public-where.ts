import type { Where } from 'payload'

const NOT_IN_TRASH: Where = { deletedAt: { exists: false } }

/** What the public may read of a collection with drafts: `?trash=true` must not open the bin. */
export const PUBLISHED: Where = { and: [{ _status: { equals: 'published' } }, NOT_IN_TRASH] }

/** What the public may read of moderated contributions. */
export const APPROVED: Where = { and: [{ status: { equals: 'approved' } }, NOT_IN_TRASH] }

/** The same of replies, which are public as long as their article is. */
export const APPROVED_UNDER_PUBLISHED: Where = {
  and: [
    APPROVED,
    { 'news._status': { equals: 'published' } },
    { 'news.deletedAt': { exists: false } },
  ],
}

/** What the public may read of uploads, which have no trash: what a published document shows. */
export const IN_PUBLIC_USE: Where = { isPublic: { equals: true } }

/** What the public may read of collections without drafts. */
export const KEPT: Where = NOT_IN_TRASH

/** Nothing at all: for what the public never reads. */
export const NOTHING: Where = { id: { exists: false } }
