import type { PayloadRequest } from 'payload'
import { ownerOf, targetOf, type Lock } from './lock.ts'

/** Tells that one person took a document over from another who was editing it: one line, both names. */
export async function reportTakeOver(req: PayloadRequest, lock: Lock): Promise<void> {
  const from = await nameOf(req, ownerOf(lock))
  const target = targetOf(lock)
  req.payload.logger.info({ code: 'lock_taken_over', by: req.user?.name, from, target })
}

async function nameOf(req: PayloadRequest, id: string): Promise<string | null> {
  const where = { id: { equals: id } }
  const user = await req.payload.db.findOne<{ id: string; name: string }>({
    collection: 'users',
    req,
    where,
  })
  return user?.name ?? null
}
