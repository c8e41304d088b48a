import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
} from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted, type Resource } from '#cms/access/permissions.ts'
import { isPublicRow, readMainRow } from './main-row.ts'

/**
 * Only those who may publish change what the public sees. Access functions see the new data alone;
 * these hooks catch what they miss: a restored version, and taking back what is published.
 */
export function guardPublication(
  collection: CollectionSlug & Resource,
): CollectionBeforeChangeHook {
  return ({ data, req }) => {
    if (data._status === 'published') requirePublisher(collection, req)
    return data
  }
}

/** Refuses a write to the main row of a published document, unless it is a draft beside it. */
export function guardWithdrawal(
  collection: CollectionSlug & Resource,
): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const isWrite = operation === 'update' || operation === 'updateByID'
    if (!isWrite || !req.user || args.draft || !('id' in args) || !args.id) return args
    const row = await readMainRow(req, collection, String(args.id))
    if (isPublicRow(row)) requirePublisher(collection, req)
    return args
  }
}

function requirePublisher(
  collection: Resource,
  req: Parameters<CollectionBeforeChangeHook>[0]['req'],
): void {
  if (!req.user || isGranted(actorOf(req), 'publish', collection)) return
  throw new APIError(
    'Bạn chưa có quyền đăng hoặc gỡ bài. Hãy lưu bản nháp và nhờ người duyệt đăng.',
    403,
    { code: 'publisher_required' },
    true,
  )
}
