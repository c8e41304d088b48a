import type {
  CollectionConfig,
  CollectionSlug,
  GlobalConfig,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { mainRowBefore, readMainRow, rememberMainRow } from '#cms/hooks/main-row.ts'
import { actsOnAccount, actsOnContent, type Rows } from './acts.ts'
import { logHooks } from './log-in-hooks.ts'
import { recordAudit } from './record.ts'

/** What the portal writes for itself; nobody saves it. */
const MACHINERY = new Set(['audit-log', 'changes', 'usages', 'visit-counts', 'visit-traces'])
/** Readers wrote these: their words are not kept beyond the row itself. */
const OF_READERS = new Set(['comments', 'questions', 'feedback', 'ratings', 'searches'])

/** A collection whose saves and deletions leave a line in the log of the system. */
export function audited(collection: CollectionConfig): CollectionConfig {
  if (MACHINERY.has(collection.slug)) return collection
  const slug = collection.slug as CollectionSlug
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      ...(slug === 'users' ? logHooks(hooks) : {}),
      beforeChange: [
        ...(hooks.beforeChange ?? []),
        async ({ data, originalDoc, req }) => {
          await rememberMainRow(req, slug, originalDoc?.id)
          return data
        },
      ],
      afterChange: [
        ...(hooks.afterChange ?? []),
        async ({ doc, operation, req }) => {
          const before = operation === 'create' ? null : mainRowBefore(req, slug, doc.id)
          const after = await readMainRow(req, slug, doc.id)
          await auditSave({ before, after, req }, slug)
        },
      ],
      beforeDelete: [
        ...(hooks.beforeDelete ?? []),
        ({ id, req }) => rememberMainRow(req, slug, String(id)),
      ],
      afterDelete: [
        ...(hooks.afterDelete ?? []),
        ({ id, req }) =>
          auditSave({ before: mainRowBefore(req, slug, String(id)), after: null, req }, slug),
      ],
    },
  }
}

/** A global whose changes, which are public at once, leave a line in the log of the system. */
export function auditedGlobal(global: GlobalConfig): GlobalConfig {
  const kind = typeof global.label === 'string' ? global.label : global.slug
  return {
    ...global,
    hooks: {
      ...global.hooks,
      afterChange: [
        ...(global.hooks?.afterChange ?? []),
        ({ req }) => recordAudit(req, { act: 'published', on: { kind, id: global.slug } }),
      ],
    },
  }
}

/** Writes what a save or a deletion did. */
async function auditSave(
  { before, after, req }: Rows & { readonly req: PayloadRequest },
  collection: CollectionSlug,
): Promise<void> {
  const isFirst = !req.user && req.payloadAPI !== 'local'
  const rows = { before, after }
  const acts = collection === 'users' ? actsOnAccount(rows, isFirst) : actsOnContent(rows)
  const row = after ?? before
  if (acts.length === 0 || !row) return
  const { config } = req.payload.collections[collection]
  const title = OF_READERS.has(collection) ? null : titleOf(config, row)
  const on = { kind: kindOf(config), collection, id: String(row.id), title }
  for (const act of acts) await recordAudit(req, { ...act, on })
}

function titleOf({ admin }: SanitizedCollectionConfig, row: object): string | null {
  const title: unknown = Reflect.get(row, admin.useAsTitle ?? 'id')
  return typeof title === 'string' ? title : null
}

function kindOf({ labels, slug }: SanitizedCollectionConfig): string {
  return typeof labels.singular === 'string' ? labels.singular : slug
}
