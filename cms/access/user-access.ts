import type { Access, FieldAccess } from 'payload'
import { actorOf } from './actor.ts'

/** Admins reach every account, others their own. */
export const adminOrSelf: Access = ({ req }) => {
  if (!req.user) return false
  return actorOf(req) === 'admin' ? true : { id: { equals: req.user.id } }
}

/** Nobody raises their own role. */
export const onlyAdmin: FieldAccess = ({ req }) => actorOf(req) === 'admin'
