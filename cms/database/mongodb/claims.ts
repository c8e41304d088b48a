import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Collection, MongoServerError } from 'mongodb'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { v4 as uuidv4 } from 'uuid'
import type { Claim } from '../claims.ts'
import { openTransaction } from '../open-transaction.ts'
import { atEndOfTransaction } from '../transaction-end.ts'

/** Where the portal's nodes keep names that saves under way are about to give. */
const CLAIMS = 'portal-claims'

interface StoredClaim {
  readonly _id: string
  readonly holder: string
  /** Milliseconds since 1970, after which it is void: its holder has died. */
  readonly until: number
}

/** Longer than any transaction may take. */
const LONGEST_MS = 90_000
/** Without transactions nothing tells that a save was given up. */
const LONGEST_ALONE_MS = 10_000
const DUPLICATE_KEY = 11_000

/** Claims a name in a collection of their own, past the request's transaction, so that all see it. */
export async function claimOnServer(
  req: PayloadRequest,
  { collection, name, taken, ownId }: Claim,
): Promise<boolean> {
  const adapter = req.payload.db as unknown as MongooseAdapter
  const isAlone = (await openTransaction(req)) === null
  const { holder, held } = holderOf(req.context)
  const _id = `${collection} ${name}`
  const until = Date.now() + (isAlone ? LONGEST_ALONE_MS : LONGEST_MS)
  if (!(await take(claimsOf(adapter), { _id, holder, until }))) return false
  const release = async () => {
    await claimsOf(adapter).deleteOne({ _id, holder })
  }
  // Without `req`: what others have stored since this request's transaction began.
  const found = await adapter.findOne<{ id: string }>({ collection, where: taken })
  const isFree = !found || found.id === ownId
  if (!isFree) await release()
  else if (isAlone) held.push({ collection, release })
  else await atEndOfTransaction(req, { committed: release, rolledBack: release })
  return isFree
}

/** Where there are no transactions, a name is the document's own as soon as that is stored. */
export function releaseClaims(adapter: MongooseAdapter): void {
  for (const method of ['create', 'updateOne', 'createVersion'] as const) {
    const stock = adapter[method] as (args: WriteArguments) => Promise<unknown>
    const releasing = async (args: WriteArguments) => {
      try {
        return await stock.call(adapter, args)
      } finally {
        await release(args)
      }
    }
    Object.assign(adapter, { [method]: releasing })
  }
}

interface WriteArguments {
  readonly collection?: CollectionSlug
  readonly collectionSlug?: CollectionSlug
  readonly req?: Partial<PayloadRequest>
}

async function release({ collection, collectionSlug, req }: WriteArguments): Promise<void> {
  const holding = req?.context && holders.get(req.context)
  if (!holding) return
  const isOf = (claim: Held) => claim.collection === (collection ?? collectionSlug)
  const ended = holding.held.filter(isOf)
  holding.held = holding.held.filter((claim) => !isOf(claim))
  for (const claim of ended) await claim.release()
}

interface Held {
  readonly collection: CollectionSlug
  release(): Promise<void>
}

interface Holder {
  readonly holder: string
  /** What no transaction's end will release. */
  held: Held[]
}

/** A request is told by its context, which all its operations share. */
const holders = new WeakMap<object, Holder>()

function holderOf(context: object): Holder {
  const known = holders.get(context) ?? { holder: uuidv4(), held: [] }
  holders.set(context, known)
  return known
}

async function take(claims: Collection<StoredClaim>, claim: StoredClaim): Promise<boolean> {
  const { _id, holder } = claim
  await claims.deleteMany({ until: { $lt: Date.now() } })
  try {
    await claims.insertOne(claim)
    return true
  } catch (error) {
    if ((error as MongoServerError).code !== DUPLICATE_KEY) throw error
    return (await claims.countDocuments({ _id, holder })) > 0
  }
}

function claimsOf({ connection }: MongooseAdapter): Collection<StoredClaim> {
  return connection.getClient().db(connection.name).collection<StoredClaim>(CLAIMS)
}
