import type { CollectionConfig } from 'payload'
import { collectionAccess } from './collection-access.ts'
import type { Resource } from './permissions.ts'
import { IN_PUBLIC_USE } from './public-where.ts'

/**
 * Access of a collection of files. The public reads what is in public use, but fetches the bytes
 * from the site alone: the cms hands files to staff.
 */
export function uploadAccess(resource: Resource): NonNullable<CollectionConfig['access']> {
  const access = collectionAccess(resource, IN_PUBLIC_USE)
  return {
    ...access,
    read: (args) =>
      args.isReadingStaticFile && !args.req.user ? false : (access.read?.(args) ?? false),
  }
}
