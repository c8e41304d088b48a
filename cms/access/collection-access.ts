import type { Access, CollectionConfig, Where } from 'payload'
import { NOTHING } from './public-where.ts'
import { actorOf } from './actor.ts'
import { isGranted, type Operation, type Resource } from './permissions.ts'

type CollectionAccess = NonNullable<CollectionConfig['access']>

/**
 * Access functions of a collection, each a look-up in the permission table.
 * @param publicWhere what the public may read where the table grants it "read"
 */
export function collectionAccess(
  resource: Resource,
  publicWhere: Where = NOTHING,
): CollectionAccess {
  const grant =
    (operation: Operation): Access =>
    ({ req }) =>
      isGranted(actorOf(req), operation, resource)

  return {
    create: ({ req, data }) =>
      isGranted(actorOf(req), data?._status === 'published' ? 'publish' : 'create', resource),
    read: ({ req }) => {
      const actor = actorOf(req)
      if (!isGranted(actor, 'read', resource)) return false
      return actor === 'public' ? publicWhere : true
    },
    readVersions: ({ req }) => Boolean(req.user) && isGranted(actorOf(req), 'read', resource),
    update: ({ req, data }) =>
      isGranted(actorOf(req), data?._status === 'published' ? 'publish' : 'update', resource),
    delete: ({ req }) => {
      const actor = actorOf(req)
      if (isGranted(actor, 'delete', resource)) return true
      return isGranted(actor, 'deleteDraft', resource) ? NEVER_PUBLIC[kindOf(resource)] : false
    },
    unlock: grant('update'),
    admin: ({ req }) => Boolean(req.user),
  }
}

/** What counts as never public: uploads carry a flag, documents their status. */
const NEVER_PUBLIC = {
  upload: { isPublic: { not_equals: true } },
  document: { _status: { not_equals: 'published' } },
} as const satisfies Record<string, Where>

function kindOf(resource: Resource): keyof typeof NEVER_PUBLIC {
  return resource === 'media' || resource === 'files' ? 'upload' : 'document'
}
