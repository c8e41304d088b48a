import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  GlobalBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { payloadsOwnFields } from '#cms/access/payload-fields.ts'
import { mayWriteField, type Actor } from '#cms/access/permissions.ts'
import { isPortalItself } from '#cms/access/portal-itself.ts'
import { keepOwnRows, withSentIds } from './row-ids.ts'
import { storedGlobal, storedStates } from './stored-states.ts'

type Data = Readonly<Record<string, unknown>>

interface Sent {
  readonly data: Data
  readonly operation: 'create' | 'update'
  /** Slug of the collection or global. */
  readonly resource: string
  readonly actor: Actor
  /** Names that Payload alone writes there. */
  readonly payloadsOwn: readonly string[]
  readonly hasTrash: boolean
  readonly now: Date
}

/** A request in which a sender told which state of the document was edited. */
export interface StatedVersion {
  /** `updatedAt` as it was sent. */
  statedUpdatedAt?: string
}

/**
 * What a sender has a say in. All else is dropped without a word: forms of the admin send back
 * whole documents. `deletedAt` is a wish: any value means the trash, from now on; null means back.
 */
export function sentData(sent: Sent): Record<string, unknown> {
  const { data, operation, resource, actor, payloadsOwn, hasTrash, now } = sent
  const entries = Object.entries(data).filter(
    ([name]) =>
      name !== 'deletedAt' &&
      !payloadsOwn.includes(name) &&
      // To MongoDB such a name would be a path into the document.
      !/[.$]/.test(name) &&
      mayWriteField(actor, operation, resource, name),
  )
  const isWish = hasTrash && operation === 'update' && data.deletedAt !== undefined
  const wish = isWish ? { deletedAt: data.deletedAt === null ? null : now.toISOString() } : {}
  return { ...Object.fromEntries(entries), ...wish }
}

/** First of all hooks, on every collection: takes from what was sent what the portal alone writes. */
export const takeSentData: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const isWrite = operation === 'create' || operation === 'update' || operation === 'updateByID'
  if (!isWrite || !('data' in args) || !isRecord(args.data)) return args
  if (isPortalItself(req, overrideAccess)) return args
  noteStatedVersion(req, args.data)
  const { config } = args.collection
  const data = sentData({
    data: args.data,
    operation: operation === 'create' ? 'create' : 'update',
    resource: config.slug,
    actor: actorOf(req),
    payloadsOwn: payloadsOwnFields(config),
    hasTrash: config.trash,
    now: new Date(),
  })
  // One request for many documents cannot hold the rows of each.
  const id = operation !== 'create' && 'id' in args && req.user ? String(args.id) : undefined
  const states = () => (id === undefined ? [] : storedStates(req, config.slug, id))
  const rows = await keepOwnRows(config.flattenedFields, data, { id, states })
  ;(req.context as RowContext).renamedRows = rows.renamed
  return { ...args, data: rows.data }
}

/**
 * After an automatic save: the open form knows its new rows by ids of its own, and would take a row
 * that comes back under another one for a second row. A save by hand it takes over as it is.
 */
export const answerAutosave: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  const isOne = operation === 'update' || operation === 'updateByID'
  const { renamedRows } = req.context as RowContext
  if (!isOne || !('autosave' in args) || !args.autosave || !renamedRows || !isRecord(result)) {
    return result
  }
  return withSentIds(args.collection.config.flattenedFields, result, renamedRows)
}

interface RowContext {
  renamedRows?: ReadonlyMap<string, string>
}

/** The same for globals. */
export const takeSentGlobal: GlobalBeforeOperationHook = async ({
  args,
  global,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update' || !isRecord(args.data)) return args
  if (isPortalItself(req, overrideAccess)) return args
  noteStatedVersion(req, args.data)
  const data = sentData({
    data: args.data,
    operation: 'update',
    resource: global.slug,
    actor: actorOf(req),
    payloadsOwn: payloadsOwnFields({}),
    hasTrash: false,
    now: new Date(),
  })
  const owner = { id: global.slug, states: () => storedGlobal(req, global.slug) }
  const rows = await keepOwnRows(global.flattenedFields, data, owner)
  return { ...args, data: rows.data }
}

function noteStatedVersion(req: PayloadRequest, { updatedAt }: Data): void {
  if (typeof updatedAt === 'string') (req.context as StatedVersion).statedUpdatedAt = updatedAt
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
