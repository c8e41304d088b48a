import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  Payload,
  PayloadRequest,
} from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted } from '#cms/access/permissions.ts'
import { openTransaction } from '#cms/database/open-transaction.ts'
import { atEndOfTransaction } from '#cms/database/transaction-end.ts'
import { allOrNothing } from '#cms/hooks/all-or-nothing.ts'
import { guardDeletion } from '#cms/hooks/guard-deletion.ts'
import {
  recordChange,
  recordDeletedRow,
  rememberDeletedRow,
  rememberRow,
} from '#cms/hooks/changes.ts'
import type { MainRow } from '#cms/hooks/main-row.ts'
import { forgetUsages } from '#cms/hooks/usages.ts'
import { readConfig } from '#shared/config.ts'
import { formatFileSize } from '#shared/vietnamese/numbers.ts'
import { freeFileName } from './free-name.ts'
import { requireFreeSpace } from './free-space.ts'
import { dropFilesIfUndone, keepFilesUntilStored } from './kept-files.ts'
import { whileOthersWrite } from './pause-transaction.ts'
import { syncPublicFiles } from './public-files.ts'
import { storageDir, type StoredUpload, type UploadCollection } from './upload-collections.ts'
import { UploadError } from './upload-error.ts'

export type IncomingFile = NonNullable<PayloadRequest['file']>

export interface Examined {
  /** The file as it is to be stored: cleaned, renamed. */
  readonly file: IncomingFile
  /** What the portal itself notes about it. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** What an editor left open. */
  readonly defaults?: Readonly<Record<string, unknown>>
}

/** Judges a file that an editor sends. @throws UploadError with what to do */
export type Examine = (
  file: IncomingFile,
  data: Record<string, unknown>,
  log: Payload['logger'],
) => Promise<Examined>

/** The hooks of a collection of files: checked before, undone when the save is, public by use. */
export function uploadHooks(
  collection: UploadCollection,
  examine: Examine,
): NonNullable<CollectionConfig['hooks']> {
  return {
    beforeOperation: [checkUpload(collection, examine), keepFiles(collection)],
    beforeValidate: [noteWrittenFiles(collection)],
    beforeChange: [rememberRow(collection), setFacts],
    afterChange: [followWithPublicFiles(collection), recordChange(collection, isPublicUpload)],
    beforeDelete: [
      guardDeletion(collection),
      rememberDeletedRow(collection),
      keepFilesOfDeletion(collection),
    ],
    afterDelete: [
      forgetUsages(collection),
      recordDeletedRow(collection, isPublicUpload),
      withdrawFiles(collection),
    ],
    afterOperation: [allOrNothing],
  }
}

const isPublicUpload = (row: MainRow | null): row is MainRow => row?.isPublic === true

interface UploadContext {
  uploadFacts?: Readonly<Record<string, unknown>>
}

/** Runs before access is checked, so it looks at nothing from a stranger. */
function checkUpload(
  collection: UploadCollection,
  examine: Examine,
): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const isWrite = operation === 'create' || operation === 'update' || operation === 'updateByID'
    const file = req.file
    if (operation === 'create' && !file) refuseWithoutFile(req, collection)
    if (!isWrite || !file || (!req.user && req.payloadAPI !== 'local')) return args
    const limit = readConfig().limits[collection === 'media' ? 'image' : 'file']
    if (file.size > limit) throw tooLarge(file.size, limit)
    if (file.size === 0) throw new UploadError('file_empty', 'Tệp không có nội dung.')
    const data: Record<string, unknown> = 'data' in args ? (args.data ?? {}) : {}
    await requireFreeSpace(storageDir(collection), file.size)
    const { logger } = req.payload
    const examined = await whileOthersWrite(req, collection, () => examine(file, data, logger))
    const ownId = 'id' in args && args.id ? String(args.id) : undefined
    const { name } = examined.file
    req.file = {
      ...examined.file,
      name: await freeFileName(req, collection, name, ownId),
    }
    contextOf(req).uploadFacts = examined.facts
    return operation === 'create' ? { ...args, data: { ...examined.defaults, ...data } } : args
  }
}

/** Payload would fetch one from any address that the body names. */
function refuseWithoutFile(req: PayloadRequest, collection: UploadCollection): void {
  if (!isGranted(actorOf(req), 'create', collection)) return
  throw new UploadError('file_missing', 'Hãy chọn tệp để tải lên.')
}

function tooLarge(size: number, limit: number): UploadError {
  return new UploadError(
    'file_too_large',
    `Tệp nặng ${formatFileSize(size)}, vượt giới hạn ${formatFileSize(limit)}. Hãy thu nhỏ tệp rồi tải lại.`,
  )
}

/** An update may replace files; so may a new focal point. */
function keepFiles(collection: UploadCollection): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const isUpdate = operation === 'update' || operation === 'updateByID'
    if (!isUpdate || !('id' in args) || !args.id) return args
    if ((await openTransaction(req)) === null) return args
    const upload = await readUpload(req, collection, String(args.id))
    if (upload && (req.user || req.payloadAPI === 'local')) {
      await keepFilesUntilStored(req, collection, upload)
    }
    return args
  }
}

/** Payload writes the files between this hook and the next one. */
function noteWrittenFiles(collection: UploadCollection): CollectionBeforeValidateHook {
  return async ({ data, originalDoc, req }) => {
    const before = originalDoc?.id ? await readUpload(req, collection, originalDoc.id) : null
    if (data?.filename) await dropFilesIfUndone(req, collection, data, before)
    return data
  }
}

/** After field access, which keeps these fields from everyone else. */
const setFacts: CollectionBeforeChangeHook = ({ data, req }) => {
  const { uploadFacts } = contextOf(req)
  delete contextOf(req).uploadFacts
  return { ...data, ...uploadFacts }
}

function followWithPublicFiles(collection: UploadCollection): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const id: string = doc.id
    const upload = await readUpload(req, collection, id)
    if (!upload?.isPublic) return
    await atEndOfTransaction(req, { committed: () => syncPublicFiles(req.payload, collection, id) })
  }
}

function keepFilesOfDeletion(collection: UploadCollection): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const upload = await readUpload(req, collection, String(id))
    if (upload) await keepFilesUntilStored(req, collection, upload)
  }
}

function withdrawFiles(collection: UploadCollection): CollectionAfterDeleteHook {
  return ({ id, req }) =>
    atEndOfTransaction(req, {
      committed: () => syncPublicFiles(req.payload, collection, String(id)),
    })
}

function readUpload(
  req: PayloadRequest,
  collection: UploadCollection,
  id: string,
): Promise<StoredUpload | null> {
  return req.payload.db.findOne<StoredUpload>({ collection, req, where: { id: { equals: id } } })
}

function contextOf(req: PayloadRequest): UploadContext {
  return req.context
}
