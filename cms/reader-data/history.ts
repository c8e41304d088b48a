import type { CollectionAfterDeleteHook, PayloadRequest, Where } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import type { ReaderDataAct } from '#shared/payload-types.ts'
import { readersFields, type Contribution } from './contributions.ts'

/** One line of the history of what a reader sent in. */
export type ActRow = Pick<ReaderDataAct, 'act' | 'field' | 'oldWords' | 'newWords'>

/** Who acts where no account does: a command on the server. */
const OPERATOR = 'Người vận hành máy chủ'

/** Writes what was done, by whom and when, in the transaction of the act. */
export async function recordActs(
  req: PayloadRequest,
  collectionName: Contribution,
  documentId: string,
  rows: readonly ActRow[],
): Promise<void> {
  const now = new Date().toISOString()
  const actor = { actor: req.user?.id ?? null, actorName: req.user?.name ?? OPERATOR }
  for (const row of rows) {
    const about = { collectionName, documentId, ...actor, createdAt: now, updatedAt: now }
    const data = { id: uuidv7(), ...row, ...about }
    await req.payload.db.create({ collection: 'reader-data-acts', data, req, returning: false })
  }
}

/** The history of one contribution, the newest act first. */
export async function actsOn(
  req: PayloadRequest,
  collection: Contribution,
  id: string,
): Promise<ReaderDataAct[]> {
  const { docs } = await req.payload.db.find<ReaderDataAct>({
    collection: 'reader-data-acts',
    req,
    pagination: false,
    limit: 0,
    sort: '-createdAt',
    where: about(collection, id),
  })
  return docs
}

/** Empties the words that the history keeps of some fields; that and when something was done stays. */
export async function forgetWords(
  req: PayloadRequest,
  collection: Contribution,
  id: string,
  fields: readonly string[],
): Promise<void> {
  for (const row of await actsOn(req, collection, id)) {
    if (!row.field || !fields.includes(row.field)) continue
    const data = { oldWords: null, newWords: null }
    await req.payload.db.updateOne({
      collection: 'reader-data-acts',
      id: row.id,
      data,
      req,
      returning: false,
    })
  }
}

/** After a contribution is deleted for good, its history keeps none of its words. */
export function forgetDeletedWords(collection: Contribution): CollectionAfterDeleteHook {
  return ({ id, req }) => forgetWords(req, collection, String(id), readersFields(collection))
}

function about(collection: Contribution, id: string): Where {
  return { and: [{ collectionName: { equals: collection } }, { documentId: { equals: id } }] }
}
