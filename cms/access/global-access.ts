import type { GlobalConfig } from 'payload'
import { actorOf } from './actor.ts'
import { isGranted, type Resource } from './permissions.ts'

/** Access functions of a global, each a look-up in the permission table. */
export function globalAccess(resource: Resource): NonNullable<GlobalConfig['access']> {
  return {
    read: ({ req }) => isGranted(actorOf(req), 'read', resource),
    update: ({ req }) => isGranted(actorOf(req), 'update', resource),
    readVersions: ({ req }) => Boolean(req.user) && isGranted(actorOf(req), 'read', resource),
  }
}
