import type { PayloadRequest, TypeWithID } from 'payload'

export const LOCKS = 'payload-locked-documents'

/** How long a lock holds after its person was last seen editing; Payload's own default. */
const LOCK_MS = 300_000

/** Who has which document or global open. */
export interface Lock extends TypeWithID {
  readonly user?: { readonly value?: unknown } | null
  readonly document?: { readonly relationTo?: unknown; readonly value?: unknown } | null
  readonly globalSlug?: string | null
  readonly updatedAt: string
}

/** Before this moment locks have ended by themselves. */
export const endOfLocks = (): string => new Date(Date.now() - LOCK_MS).toISOString()

/** Whether somebody else than the sender still edits there. */
export function isHeldByOther(lock: Lock, req: PayloadRequest): boolean {
  return ownerOf(lock) !== req.user?.id && lock.updatedAt > endOfLocks()
}

/** Id of the account that a lock belongs to. */
export function ownerOf(lock: Lock): string {
  return idOf(lock.user?.value)
}

/** Reads one lock as it is stored. */
export function readLock(req: PayloadRequest, id: string): Promise<Lock | null> {
  return req.payload.db.findOne<Lock>({ collection: LOCKS, req, where: { id: { equals: id } } })
}

/** What a lock is on: a document by its collection and id, or a global. */
export type Target =
  { readonly collection: string; readonly id: string } | { readonly global: string }

/** The target that a lock names, stored or sent; `null` where it names none. */
export function targetOf({ document, globalSlug }: Partial<Lock>): Target | null {
  const { relationTo, value } = document ?? {}
  if (typeof relationTo === 'string') return { collection: relationTo, id: idOf(value) }
  return typeof globalSlug === 'string' ? { global: globalSlug } : null
}

function idOf(value: unknown): string {
  if (typeof value === 'string') return value
  const isDocument = typeof value === 'object' && value !== null && 'id' in value
  return isDocument && typeof value.id === 'string' ? value.id : ''
}
