import type { FieldAccess } from 'payload'
import { actorOf } from './actor.ts'
import { isGranted, type Resource } from './permissions.ts'

/** Shown to signed-in staff alone; the public neither reads, sorts nor filters by it. */
export const staffOnly: FieldAccess = ({ req }) => Boolean(req.user)

/** What the portal keeps for itself. */
export const toNobody: FieldAccess = () => false

/** Shown to those alone who may change the resource: personal data of contributors. */
export const thoseWhoUpdate =
  (resource: Resource): FieldAccess =>
  ({ req }) =>
    isGranted(actorOf(req), 'update', resource)
