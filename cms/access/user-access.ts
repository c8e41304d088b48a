import type { Access } from 'payload'
import { actorOf } from './actor.ts'

/** Admins reach every account, others their own. */
export const adminOrSelf: Access = ({ req }) => {
  if (!req.user) return false
  return actorOf(req) === 'admin' ? true : { id: { equals: req.user.id } }
}
