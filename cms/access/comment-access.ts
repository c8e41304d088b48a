import type { CollectionConfig } from 'payload'
import { collectionAccess } from './collection-access.ts'
import { APPROVED, APPROVED_UNDER_PUBLISHED } from './public-where.ts'

/**
 * Access of replies. Over REST the public reads those of articles that it may read; the site, which
 * has read the article before, need not ask again.
 */
export function commentAccess(): NonNullable<CollectionConfig['access']> {
  const onSite = collectionAccess('comments', APPROVED)
  const overRest = collectionAccess('comments', APPROVED_UNDER_PUBLISHED)
  return {
    ...onSite,
    read: (args) => (args.req.payloadAPI === 'local' ? onSite : overRest).read?.(args) ?? false,
  }
}
