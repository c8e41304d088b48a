import type { CollectionSlug, PayloadRequest } from 'payload'
import { openTransaction } from '#cms/database/open-transaction.ts'

/**
 * Lets other writers go ahead while a file is examined, which may take seconds. Only at the
 * beginning of a request to this collection, when its transaction has done nothing yet.
 */
export async function whileOthersWrite<Result>(
  req: PayloadRequest,
  collection: CollectionSlug,
  work: () => Promise<Result>,
): Promise<Result> {
  const id = await openTransaction(req)
  const isAtBeginning = req.payloadAPI === 'REST' && req.routeParams?.collection === collection
  if (id === null || !isAtBeginning) return work()
  const { db } = req.payload
  await db.rollbackTransaction(id)
  delete req.transactionID
  const result = await work()
  req.transactionID = (await db.beginTransaction()) ?? undefined
  return result
}
