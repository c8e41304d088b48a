import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { pathOf, type PublicCollection } from '#shared/routes.ts'
import { isPublicRow, mainRowBefore, readMainRow, type MainRow } from './main-row.ts'

/** After a save: an address that changed leads to the new one, one that vanished is marked gone. */
export function recordAddress(
  collection: PublicCollection,
  isPublic: (row: MainRow | null) => row is MainRow = isPublicRow,
): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const id: string = doc.id
    const before = addressOf(collection, mainRowBefore(req, collection, id), isPublic)
    const after = addressOf(collection, await readMainRow(req, collection, id), isPublic)
    if (before === after) return
    if (after) await forgetAddress(req, after)
    // Public again, it takes up all addresses that it ever had.
    if (after) await setKind(req, collection, id, 'gone', 'moved')
    if (before) await writeAddress(req, before, after ? 'moved' : 'gone', collection, id)
  }
}

/** Before a deletion for good: earlier addresses of the document lead nowhere any more. */
export function retireAddresses(collection: PublicCollection): CollectionBeforeDeleteHook {
  return ({ id, req }) => setKind(req, collection, String(id), 'moved', 'gone')
}

/** After a deletion for good: the address is gone, and names no document. */
export function recordDeletion(
  collection: PublicCollection,
  isPublic: (row: MainRow | null) => row is MainRow = isPublicRow,
): CollectionAfterDeleteHook {
  return async ({ doc, req }) => {
    const before = addressOf(collection, doc, isPublic)
    if (before) await writeAddress(req, before, 'gone')
  }
}

function addressOf(
  collection: PublicCollection,
  row: MainRow | null,
  isPublic: (row: MainRow | null) => row is MainRow,
): string | null {
  return isPublic(row) ? pathOf(collection, row) : null
}

async function forgetAddress(req: PayloadRequest, from: string): Promise<void> {
  await req.payload.delete({ collection: 'redirects', req, where: { from: { equals: from } } })
}

/** Changes the kind of all addresses that a document ever had, from one to the other. */
async function setKind(
  req: PayloadRequest,
  collection: PublicCollection,
  id: string,
  from: 'moved' | 'gone',
  to: 'moved' | 'gone',
): Promise<void> {
  await req.payload.update({
    collection: 'redirects',
    req,
    where: {
      and: [
        { 'target.value': { equals: id } },
        { 'target.relationTo': { equals: collection } },
        { kind: { equals: from } },
      ],
    },
    data: { kind: to },
  })
}

async function writeAddress(
  req: PayloadRequest,
  from: string,
  kind: 'moved' | 'gone',
  collection?: PublicCollection,
  id?: string,
): Promise<void> {
  await forgetAddress(req, from)
  await req.payload.create({
    collection: 'redirects',
    req,
    data: { from, kind, target: collection && id ? { relationTo: collection, value: id } : null },
  })
}
