import type { PayloadRequest } from 'payload'
import { atEndOfTransaction } from '#cms/database/transaction-end.ts'
import { UPLOAD_COLLECTIONS, type UploadCollection } from './upload-collections.ts'
import { syncPublicFiles } from './public-files.ts'

export function isUpload(collection: string): collection is UploadCollection {
  return (UPLOAD_COLLECTIONS as readonly string[]).includes(collection)
}

/**
 * Marks a picture or file as public while a public document refers to it; once that is stored, its
 * files follow.
 */
export async function refreshPublicUse(
  req: PayloadRequest,
  collection: UploadCollection,
  id: string,
): Promise<void> {
  const { db } = req.payload
  const { totalDocs } = await db.count({
    collection: 'usages',
    req,
    where: {
      and: [
        { toCollection: { equals: collection } },
        { toId: { equals: id } },
        { isPublic: { equals: true } },
      ],
    },
  })
  const isPublic = totalDocs > 0
  const row = await db.findOne<{ id: string; isPublic?: boolean | null }>({
    collection,
    req,
    where: { id: { equals: id } },
  })
  if (!row || Boolean(row.isPublic) === isPublic) return
  await db.updateOne({ collection, id, data: { isPublic }, req, returning: false })
  await atEndOfTransaction(req, {
    committed: () => syncPublicFiles(req.payload, collection, id),
  })
}
