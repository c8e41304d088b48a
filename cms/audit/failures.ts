import type { Payload } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import type { User } from '#shared/payload-types.ts'
import type { AuditAct } from '#shared/vocabulary/audit-acts.ts'
import { auditedNetwork } from './network.ts'

export interface Failure {
  readonly kind: Extract<AuditAct, 'log-in-failed' | 'log-in-slowed'>
  /** As typed; it is kept only where there is such an account. */
  readonly email: string
  readonly network: string
}

/** A row of an hour: what failed for one account from one network, and how often. */
interface Tally {
  readonly id: string
  readonly network: string | null
  count: number
  isStored: boolean
}

const FLUSH_MS = 2_000
const HOUR_MS = 3_600_000
/** Within two seconds, and rows of an hour: an attack must not fill memory or disk. */
const MOST_PENDING = 500
const MOST_ROWS = 300

const OTHERS = 'nhiều mạng khác'

/**
 * Notes a log-in that failed. It is written some seconds later, apart from the request, whose
 * transaction was undone; the same account and network give one row an hour, with a count.
 */
export function noteFailure(payload: Payload, failure: Failure): void {
  const notes = notesOf()
  const key = JSON.stringify([failure.kind, failure.email, failure.network])
  const isFull = notes.pending.size >= MOST_PENDING && !notes.pending.has(key)
  const kept = isFull ? { ...failure, email: '', network: OTHERS } : failure
  const keptKey = isFull ? JSON.stringify([kept.kind]) : key
  const { times = 0 } = notes.pending.get(keptKey) ?? {}
  notes.pending.set(keptKey, { ...kept, times: times + 1 })
  notes.timer ??= setTimeout(() => void flushFailures(payload), FLUSH_MS).unref()
}

/** Writes what was noted; what could not be written is tried again with the next failure. */
export async function flushFailures(payload: Payload): Promise<void> {
  const notes = notesOf()
  clearTimeout(notes.timer)
  notes.timer = undefined
  const failures = [...notes.pending.values()]
  notes.pending.clear()
  try {
    const accounts = await accountsOf(payload, failures)
    for (const failure of failures) await store(payload, failure, accounts.get(failure.email))
  } catch (err) {
    payload.logger.error({ err, code: 'audit_failed' }, 'Failed log-ins could not be written down.')
  }
}

interface Notes {
  readonly pending: Map<string, Failure & { readonly times: number }>
  rows: Map<string, Tally>
  hour: number
  timer?: NodeJS.Timeout | undefined
}

/** One a process, however often its code is bundled. */
function notesOf(): Notes {
  const holder = globalThis as { portalFailures?: Notes }
  return (holder.portalFailures ??= { pending: new Map(), rows: new Map(), hour: 0 })
}

async function accountsOf(
  payload: Payload,
  failures: readonly Failure[],
): Promise<Map<string, User>> {
  const emails = [...new Set(failures.map(({ email }) => email))].filter((email) => email !== '')
  if (emails.length === 0) return new Map()
  const where = { email: { in: emails } }
  const options = { collection: 'users', where, pagination: false, limit: 0 } as const
  const { docs } = await payload.db.find<User>(options)
  return new Map(docs.map((user) => [user.email, user]))
}

async function store(
  { db }: Payload,
  { kind, network, times }: Failure & { readonly times: number },
  account: User | undefined,
): Promise<void> {
  const tally = tallyOf([kind, account?.id ?? '', network])
  tally.count += times
  const updatedAt = new Date().toISOString()
  if (tally.isStored) {
    const data = { count: tally.count, updatedAt }
    await db.updateOne({ collection: 'audit-log', id: tally.id, data, returning: false })
    return
  }
  const data = {
    id: tally.id,
    act: kind,
    ...(account &&
      tally.network !== OTHERS && {
        kind: 'Tài khoản',
        collectionName: 'users',
        documentId: account.id,
        title: account.name,
      }),
    network: tally.network,
    count: tally.count,
    createdAt: updatedAt,
    updatedAt,
  }
  await db.create({ collection: 'audit-log', data, returning: false })
  tally.isStored = true
}

function tallyOf([kind, account, network]: readonly [string, string, string]): Tally {
  const notes = notesOf()
  const hour = Math.floor(Date.now() / HOUR_MS)
  if (hour !== notes.hour) {
    notes.hour = hour
    notes.rows = new Map()
  }
  const audited = network === OTHERS ? OTHERS : auditedNetwork(network)
  const key = JSON.stringify([kind, account, audited])
  const known = notes.rows.get(key)
  if (known) return known
  if (notes.rows.size >= MOST_ROWS && audited !== OTHERS) return tallyOf([kind, '', OTHERS])
  const tally: Tally = { id: uuidv7(), network: audited, count: 0, isStored: false }
  notes.rows.set(key, tally)
  return tally
}
