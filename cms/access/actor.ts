import type { PayloadRequest } from 'payload'
import type { Actor } from './permissions.ts'

/** Who sends a request: the role of its user, or the public. */
export function actorOf(req: Pick<PayloadRequest, 'user'>): Actor {
  return req.user?.role ?? 'public'
}
