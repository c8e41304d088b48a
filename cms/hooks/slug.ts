import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { claimName } from '#cms/database/claims.ts'
import { pathOf, RESERVED_BELOW, RESERVED_SLUGS, type PublicCollection } from '#shared/routes.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import { mainRowBefore } from './main-row.ts'

interface Sluggable {
  slug?: string | null
  trashedSlug?: string | null
  firstPublishedAt?: string | null
  deletedAt?: string | null
  _status?: string | null
  [field: string]: unknown
}

/**
 * Gives a document its slug: made from the title until the first publication, kept after it,
 * unique in its collection. A document in the trash frees its slug and asks for it back on restore.
 * @param titleField the field that the slug is made from
 * @param isPublishing whether this write makes the document public
 */
export function keepSlug(
  collection: PublicCollection,
  titleField: string,
  isPublishing: (data: Sluggable) => boolean = (data) => data._status === 'published',
): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const before: Sluggable = originalDoc ?? {}
    const after: Sluggable = { ...before, ...data }
    if (after.deletedAt) {
      return { ...data, slug: null, trashedSlug: before.trashedSlug ?? before.slug ?? null }
    }
    const restored = before.deletedAt ? before.trashedSlug : null
    const wanted = restored ?? wantedSlug(before, after, titleField)
    const isFirstPublication = isPublishing(after) && !before.firstPublishedAt
    // The slug of a draft is in no main row yet, so another document may have taken it.
    const isOwn =
      !isFirstPublication && wanted === mainRowBefore(req, collection, originalDoc?.id)?.slug
    return {
      ...data,
      trashedSlug: null,
      slug: wanted && !isOwn ? await freeSlug(req, collection, wanted, originalDoc?.id) : wanted,
      ...(isFirstPublication ? { firstPublishedAt: new Date().toISOString() } : {}),
    }
  }
}

/** Empty for an empty text: a document without a title has no slug yet. */
const slugOf = (text: unknown): string => slugify(String(text ?? ''), { fallback: '' })

function wantedSlug(before: Sluggable, after: Sluggable, titleField: string): string | null {
  const automatic = slugOf(after[titleField])
  const typed = slugOf(after.slug)
  if (typed && typed !== before.slug) return typed
  if (before.firstPublishedAt) return before.slug ?? typed
  const wasAutomatic = isMadeFrom(typed, slugOf(before[titleField]))
  return typed && !wasAutomatic ? typed : automatic || null
}

function isMadeFrom(slug: string, automatic: string): boolean {
  return slug === automatic || (slug.startsWith(`${automatic}-`) && /-\d+$/.test(slug))
}

/** The slug itself, or with the first number behind it that makes it free. */
async function freeSlug(
  req: PayloadRequest,
  collection: PublicCollection,
  slug: string,
  ownId: string | undefined,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (isReserved(collection, candidate)) continue
    if (await isTaken(req, collection, candidate, ownId)) continue
    const taken = { slug: { equals: candidate } }
    const claim = { collection, name: `slug ${candidate}`, taken, ownId }
    if (await claimName(req, claim)) return candidate
  }
}

function isReserved(collection: PublicCollection, slug: string): boolean {
  const reserved = collection === 'pages' ? RESERVED_SLUGS : (RESERVED_BELOW[collection] ?? [])
  return reserved.includes(slug) || /^trang-\d+$/.test(slug)
}

/** Taken by another document, or an old address that still leads to one. */
async function isTaken(
  req: PayloadRequest,
  collection: PublicCollection,
  slug: string,
  ownId: string | undefined,
): Promise<boolean> {
  const holder = await req.payload.db.findOne<{ id: string }>({
    collection,
    req,
    where: { slug: { equals: slug } },
  })
  if (holder && holder.id !== ownId) return true
  const moved = await req.payload.db.findOne<{ id: string; target?: { value?: unknown } | null }>({
    collection: 'redirects',
    req,
    where: {
      and: [{ from: { equals: pathOf(collection, { slug }) } }, { kind: { equals: 'moved' } }],
    },
  })
  return Boolean(moved) && moved?.target?.value !== ownId
}
