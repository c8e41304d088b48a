import type { BuildFormStateArgs } from 'payload'
import { mayEdit } from './may-edit.ts'

/**
 * The admin asks for the state of a form and for a lock in one call, which passes the access rules
 * of locks by. Who may only read a document gets its form without one.
 */
export async function withOwnLock<Args extends BuildFormStateArgs>(args: Args): Promise<Args> {
  const { collectionSlug, globalSlug, id, req, returnLockStatus } = args
  if (!returnLockStatus) return args
  const document = collectionSlug && id ? { collection: collectionSlug, id: String(id) } : null
  const target = globalSlug ? { global: globalSlug } : document
  return { ...args, returnLockStatus: await mayEdit(req, target) }
}
