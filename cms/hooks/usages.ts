import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  GlobalAfterChangeHook,
  GlobalSlug,
  PayloadRequest,
} from 'payload'
import { v7 as uuidv7 } from 'uuid'
import type { Usage } from '#shared/payload-types.ts'
import { isUpload, refreshPublicUse } from '#cms/uploads/public-use.ts'
import { isPublicRow, readMainRow, type MainRow } from './main-row.ts'
import { keyOf, referencesOf, type Reference } from './references.ts'
import { newestDraft } from './stored-states.ts'

type Source = Pick<Usage, 'fromCollection' | 'fromId'>

/** After a save: keeps what the document refers to, in its main row and in its newest draft. */
export function recordUsages(
  collection: CollectionSlug,
  isPublic: (row: MainRow | null) => row is MainRow = isPublicRow,
): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const { flattenedFields } = req.payload.collections[collection].config
    const row = await readMainRow(req, collection, doc.id)
    const draft = await newestDraft(req, collection, doc.id)
    const inRow = row ? referencesOf(flattenedFields, row) : []
    const inDraft = draft ? referencesOf(flattenedFields, draft) : []
    await keepUsages(req, { fromCollection: collection, fromId: doc.id }, [
      ...inDraft.map((reference) => ({ ...reference, isPublic: false })),
      ...inRow.map((reference) => ({ ...reference, isPublic: isPublic(row) })),
    ])
  }
}

/** After a deletion for good: the document refers to nothing, and nothing can refer to it. */
export function forgetUsages(collection: CollectionSlug): CollectionAfterDeleteHook {
  return async ({ id, req }) => {
    await keepUsages(req, { fromCollection: collection, fromId: String(id) }, [])
    await req.payload.db.deleteMany({
      collection: 'usages',
      req,
      where: { and: [{ toCollection: { equals: collection } }, { toId: { equals: id } }] },
    })
  }
}

/** After a global is saved: what it refers to is public. */
export function recordGlobalUsages(slug: GlobalSlug): GlobalAfterChangeHook {
  return async ({ req }) => {
    const config = req.payload.globals.config.find((global) => global.slug === slug)
    const row = await req.payload.db.findGlobal({ slug, req })
    const references = config ? referencesOf(config.flattenedFields, row) : []
    await keepUsages(
      req,
      { fromCollection: slug, fromId: slug },
      references.map((reference) => ({ ...reference, isPublic: true })),
    )
  }
}

interface KeptReference extends Reference {
  readonly isPublic: boolean
}

/** Brings the rows of one document in line with its references; later ones win over earlier ones. */
async function keepUsages(
  req: PayloadRequest,
  source: Source,
  references: readonly KeptReference[],
): Promise<void> {
  const { db } = req.payload
  const wanted = new Map(references.map((reference) => [keyOf(reference), reference]))
  const { docs: kept } = await db.find<Usage>({
    collection: 'usages',
    req,
    pagination: false,
    limit: 0,
    where: {
      and: [
        { fromCollection: { equals: source.fromCollection } },
        { fromId: { equals: source.fromId } },
      ],
    },
  })
  const touched: Reference[] = []
  for (const row of kept) {
    const target = { collection: row.toCollection, id: row.toId }
    const reference = wanted.get(keyOf(target))
    wanted.delete(keyOf(target))
    if (reference?.isPublic === row.isPublic) continue
    touched.push(target)
    if (reference) {
      const data = { isPublic: reference.isPublic }
      await db.updateOne({ collection: 'usages', id: row.id, data, req, returning: false })
    } else {
      await db.deleteOne({ collection: 'usages', req, where: { id: { equals: row.id } } })
    }
  }
  for (const { collection, id, isPublic } of wanted.values()) {
    touched.push({ collection, id })
    const data = { id: uuidv7(), ...source, toCollection: collection, toId: id, isPublic }
    await db.create({ collection: 'usages', data, req, returning: false })
  }
  for (const { collection, id } of touched) {
    if (isUpload(collection)) await refreshPublicUse(req, collection, id)
  }
}
