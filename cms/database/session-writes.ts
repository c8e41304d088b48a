import {
  AuthenticationError,
  type BaseDatabaseAdapter,
  type PayloadRequest,
  type UpdateOne,
} from 'payload'

interface Session {
  readonly id: string
  readonly createdAt?: Date | string | null
  readonly expiresAt: Date | string
}

interface Account {
  readonly id: string
  readonly hash?: string | null
  readonly sessions?: readonly Session[] | null
}

/** What Payload writes of an account when only its sessions change. */
type SessionWrite = Parameters<UpdateOne>[0] & {
  readonly id: string
  readonly data: Account & { readonly sessions: readonly Session[] }
}

/**
 * Log-in, log-out and refresh of Payload read an account, change its list of sessions and write the
 * whole account back: of three log-ins at one moment two sessions are lost, and a password that was
 * changed meanwhile comes back (payload#16027, payload#18132). Here such a write becomes the change
 * that was meant, made to the account as it is now; expired sessions go with it.
 */
export function keepParallelSessions(adapter: BaseDatabaseAdapter): void {
  const stock = adapter.updateOne
  const queue = new Map<string, Promise<unknown>>()

  adapter.updateOne = (args) => (isSessionWrite(args) ? inTurn(args) : stock.call(adapter, args))

  /** Without transactions two of one process could still meet between reading and writing. */
  async function inTurn(args: SessionWrite) {
    const before = queue.get(args.id)
    const work = (async () => {
      await before?.catch(() => null)
      return write(args)
    })()
    queue.set(args.id, work)
    try {
      return await work
    } finally {
      if (queue.get(args.id) === work) queue.delete(args.id)
    }
  }

  async function write(args: SessionWrite) {
    const { collection, data, id, req } = args
    const now = await adapter.findOne<Account>({ collection, req, where: { id: { equals: id } } })
    if (!now) return stock.call(adapter, args)
    const made = data.sessions.filter(({ createdAt }) => createdAt instanceof Date)
    // The password was right when it was looked at, and is not any more.
    if (made.length > 0 && data.hash !== now.hash) throw new AuthenticationError(req?.t)
    const sessions = sessionsAfter(now.sessions ?? [], data.sessions, made, req)
    const change: Record<string, unknown> = { sessions, updatedAt: null }
    return stock.call(adapter, { ...args, data: change })
  }
}

/** Payload marks these by a date that stays as it is. */
function isSessionWrite(args: Parameters<UpdateOne>[0]): args is SessionWrite {
  const { sessions, updatedAt } = args.data as { sessions?: unknown; updatedAt?: unknown }
  return typeof args.id === 'string' && Array.isArray(sessions) && updatedAt === null
}

/** A session that a log-in makes or a refresh prolongs has dates that were not read as text. */
function sessionsAfter(
  kept: readonly Session[],
  wanted: readonly Session[],
  made: readonly Session[],
  req: Partial<PayloadRequest> | undefined,
): readonly Session[] {
  const prolonged = wanted.filter(({ expiresAt }) => expiresAt instanceof Date)
  const left =
    prolonged.length > 0 ? kept : kept.filter(({ id }) => wanted.some((other) => other.id === id))
  const isLogOut = prolonged.length === 0 && Boolean(req?.user)
  const stay = isLogOut ? kept.filter((session) => !endsWith(session, req)) : left
  const unexpired = stay
    .map((session) => prolonged.find(({ id }) => id === session.id) ?? session)
    .filter(({ expiresAt }) => new Date(expiresAt).getTime() > Date.now())
  const ids = new Set(unexpired.map(({ id }) => id))
  return [...unexpired, ...made.filter(({ id }) => !ids.has(id))]
}

/** Whether a log-out ends a session: its own, or all where it says so. */
function endsWith({ id }: Session, req: Partial<PayloadRequest> | undefined): boolean {
  const isAll = req?.searchParams?.get('allSessions') === 'true'
  return isAll || id === (req?.user as { _sid?: string } | null)?._sid
}
