import {
  Locked,
  type Access,
  type CollectionAfterChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type SanitizedConfig,
  type Where,
} from 'payload'
import { endOfLocks, isHeldByOther, LOCKS, readLock, targetOf, type Lock } from './lock.ts'
import { mayEdit } from './may-edit.ts'
import { reportTakeOver } from './report-take-over.ts'

/**
 * Puts the portal's rules on the locks, whose collection Payload makes itself: a lock is made in
 * one's own name, on what one may edit. Another's goes to who takes the document over and may edit
 * it; nobody deletes it before it has ended.
 */
export function withLockRules(config: SanitizedConfig): SanitizedConfig {
  const locks = config.collections.find(({ slug }) => slug === LOCKS)
  if (!locks) throw new Error(`Payload makes no collection ${LOCKS} any more: see locks/.`)
  Object.assign(locks.access, { create: onOwnWork, update: byTakeOver, delete: ownOrEnded })
  locks.hooks.beforeOperation.unshift(inOwnName)
  locks.hooks.beforeValidate.unshift(besideNobody)
  locks.hooks.afterChange.unshift(tellTakeOver)
  return config
}

const onOwnWork: Access<Lock> = ({ data, req }) => mayEdit(req, data ? targetOf(data) : null)

const byTakeOver: Access = async ({ id, req }) => {
  if (!req.user) return false
  if (id === undefined) return own(req.user.id)
  const lock = await readLock(req, id)
  return lock !== null && mayEdit(req, targetOf(lock))
}

const ownOrEnded: Access = ({ req }) =>
  req.user ? { or: [own(req.user.id), { updatedAt: { less_than: endOfLocks() } }] } : false

/** Whatever name was sent; and a lock stays on the document that it was made for. */
const inOwnName: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const isWrite = operation === 'create' || operation === 'update'
  if (!isWrite || !req.user || overrideAccess === true || !('data' in args)) return args
  const { document, globalSlug } = (args.data ?? {}) as Partial<Lock>
  const user = { relationTo: 'users', value: req.user.id }
  return { ...args, data: operation === 'create' ? { document, globalSlug, user } : { user } }
}

/** A second lock beside another's would be a take-over that nobody hears of. */
const besideNobody: CollectionBeforeValidateHook<Lock> = async ({ data, operation, req }) => {
  const target = operation === 'create' && data ? targetOf(data) : null
  if (!target) return data
  const { docs } = await req.payload.db.find<Lock>({
    collection: LOCKS,
    req,
    limit: 0,
    pagination: false,
    where: whereOf(target),
  })
  if (!docs.some((lock) => isHeldByOther(lock, req))) return data
  throw new Locked('Người khác đang sửa nội dung này.')
}

const tellTakeOver: CollectionAfterChangeHook<Lock> = async ({ previousDoc, operation, req }) => {
  if (operation === 'update' && isHeldByOther(previousDoc, req)) {
    await reportTakeOver(req, previousDoc)
  }
}

function own(userId: string): Where {
  return { 'user.value': { equals: userId } }
}

function whereOf(target: NonNullable<ReturnType<typeof targetOf>>): Where {
  if ('global' in target) return { globalSlug: { equals: target.global } }
  return {
    and: [
      { 'document.relationTo': { equals: target.collection } },
      { 'document.value': { equals: target.id } },
    ],
  }
}
