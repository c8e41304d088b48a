import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { User } from '#shared/payload-types.ts'

interface Save {
  readonly before: User | undefined
  readonly after: Partial<User>
  readonly req: PayloadRequest
}

/** {@link endOtherSessions} at a save. */
export const endSessions: CollectionBeforeChangeHook<User> = ({ data, originalDoc, req }) => ({
  ...data,
  ...endOtherSessions({ before: originalDoc, after: data, req }),
})

/**
 * What a new password or address changes besides: all sessions of the account end but the one that
 * changed it, and so do links to previews that were made before.
 */
export function endOtherSessions({ before, after, req }: Save): Partial<User> {
  if (!before?.id) return {}
  const isMoved = after.email !== undefined && after.email.toLowerCase().trim() !== before.email
  if (!after.password && !isMoved) return {}
  const { user } = req
  const own = user && user.id === before.id ? (user as { _sid?: string })._sid : undefined
  return {
    sessions: (before.sessions ?? []).filter(({ id }) => id === own),
    passwordChangedAt: new Date().toISOString(),
  }
}
