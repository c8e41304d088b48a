import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  GlobalAfterChangeHook,
  GlobalSlug,
  PayloadRequest,
} from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { globalTag } from '#shared/cache-tags.ts'
import { tagsOfRow, type ChangedRow } from '#shared/change-tags.ts'
import {
  isPublicRow,
  mainRowBefore,
  readMainRow,
  rememberMainRow,
  type MainRow,
} from './main-row.ts'

type IsPublic = (row: MainRow | null) => row is MainRow

/** Before a save: keeps the row as the public saw it. */
export function rememberRow(collection: CollectionSlug): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    await rememberMainRow(req, collection, originalDoc?.id)
    return data
  }
}

/** After a save that the public can see, before or after: writes what it changes. */
export function recordChange(
  collection: CollectionSlug,
  isPublic: IsPublic = isPublicRow,
): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    const id: string = doc.id
    const before = operation === 'create' ? null : mainRowBefore(req, collection, id)
    const after = await readMainRow(req, collection, id)
    // A draft beside what is public leaves the main row as it is.
    if (before && before.updatedAt === after?.updatedAt) return
    await writeChange(req, collection, id, [before, after], isPublic)
  }
}

/** Before a deletion for good: the hooks after it get the document with its relations filled in. */
export function rememberDeletedRow(collection: CollectionSlug): CollectionBeforeDeleteHook {
  return ({ id, req }) => rememberMainRow(req, collection, String(id))
}

/** After a deletion for good. */
export function recordDeletedRow(
  collection: CollectionSlug,
  isPublic: IsPublic = isPublicRow,
): CollectionAfterDeleteHook {
  return ({ id, req }) => {
    const before = mainRowBefore(req, collection, String(id))
    return writeChange(req, collection, String(id), [before, null], isPublic)
  }
}

/** After a global is saved. */
export function recordGlobalChange(slug: GlobalSlug): GlobalAfterChangeHook {
  return ({ req }) =>
    writeRow(req, {
      collectionName: 'globals',
      documentId: slug,
      isPublicBefore: true,
      isPublicAfter: true,
      tags: [globalTag(slug)],
    })
}

async function writeChange(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
  [before, after]: readonly [before: MainRow | null, after: MainRow | null],
  isPublic: IsPublic,
): Promise<void> {
  const seen = [before, after].filter(isPublic) as unknown as ChangedRow[]
  if (seen.length === 0) return
  await writeRow(req, {
    collectionName: collection,
    documentId: id,
    isPublicBefore: isPublic(before),
    isPublicAfter: isPublic(after),
    tags: [...new Set(seen.flatMap((row) => tagsOfRow(collection, row)))],
  })
}

interface Row {
  readonly collectionName: string
  readonly documentId: string
  readonly isPublicBefore: boolean
  readonly isPublicAfter: boolean
  readonly tags: readonly string[]
}

/** Straight to the database: of a row that nobody edits there is nothing to check. */
async function writeRow(req: PayloadRequest, row: Row): Promise<void> {
  const now = new Date().toISOString()
  const data = { id: uuidv7(), ...row, createdAt: now, updatedAt: now }
  await req.payload.db.create({ collection: 'changes', data, req, returning: false })
}
