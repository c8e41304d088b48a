import type { PayloadRequest } from 'payload'
import { recordAudit } from '#cms/audit/record.ts'
import { ownerOf, targetOf, type Lock, type Target } from './lock.ts'

/**
 * Tells that one person took a document over from another who was editing it, with both names: a
 * line of the process's log and an entry in the log of the system.
 */
export async function reportTakeOver(req: PayloadRequest, lock: Lock): Promise<void> {
  const from = await nameOf(req, ownerOf(lock))
  const target = targetOf(lock)
  req.payload.logger.info({ code: 'lock_taken_over', by: req.user?.name, from, target })
  if (!target) return
  await recordAudit(req, { act: 'lock-taken', on: namesOf(req, target), detail: from ?? '' })
}

function namesOf({ payload }: PayloadRequest, target: Target) {
  if ('global' in target) {
    const label = payload.globals.config.find(({ slug }) => slug === target.global)?.label
    return { kind: typeof label === 'string' ? label : target.global, id: target.global }
  }
  const config = Object.values(payload.collections).find(
    (collection) => collection.config.slug === target.collection,
  )?.config
  const label = config?.labels.singular
  return {
    kind: typeof label === 'string' ? label : target.collection,
    collection: config?.slug,
    id: target.id,
  }
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
