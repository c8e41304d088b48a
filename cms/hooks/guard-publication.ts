import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted, type Resource } from '#cms/access/permissions.ts'
import { isPublicRow, mainRowBefore, readMainRow } from './main-row.ts'

/**
 * Only those who may publish make something public, or change or withdraw what is. Judged before
 * anything is written, since not every database can take it back. Access functions see the new data
 * alone; this hook also sees a restored version.
 */
export function guardPublication(
  collection: CollectionSlug & Resource,
): CollectionBeforeChangeHook {
  return ({ data, originalDoc, req }) => {
    const isDraft = (req.context as DraftContext).isDraft ?? false
    const isPublic = isPublicRow(mainRowBefore(req, collection, originalDoc?.id))
    if (data._status === 'published' || (isPublic && !isDraft)) requirePublisher(collection, req)
    return data
  }
}

interface DraftContext {
  isDraft?: boolean
}

/** Keeps whether an operation writes a draft beside what is public: later hooks are not told. */
export const noteDraft: CollectionBeforeOperationHook = ({ args, req }) => {
  const context = req.context as DraftContext
  context.isDraft = 'draft' in args && args.draft === true
  return args
}

/**
 * Whatever way a save takes (a draft, one of many, a restored version, the trash), it leaves what
 * the public sees as it was, unless a publisher sends it. What it wrote is undone.
 */
export function guardPublicRow(collection: CollectionSlug & Resource): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    if (mayPublish(collection, req)) return
    const before = mainRowBefore(req, collection, doc.id)
    const after = await readMainRow(req, collection, doc.id)
    if (!isPublicRow(before) && !isPublicRow(after)) return
    if (before?.updatedAt !== after?.updatedAt) requirePublisher(collection, req)
  }
}

/** Commands and jobs without a user act for the operator. */
function mayPublish(collection: Resource, req: PayloadRequest): boolean {
  return !req.user || isGranted(actorOf(req), 'publish', collection)
}

function requirePublisher(collection: Resource, req: PayloadRequest): void {
  if (mayPublish(collection, req)) return
  throw new APIError(
    'Bạn chưa có quyền đăng hoặc gỡ bài. Hãy lưu bản nháp và nhờ người duyệt đăng.',
    403,
    { code: 'publisher_required' },
    true,
  )
}
