import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { v4 as uuidv4 } from 'uuid'
import type { DatabaseControl } from '../control.ts'
import { openTransaction } from '../open-transaction.ts'
import { ended, WriteRefusedError } from '../transaction-end.ts'
import { requireWritable } from '../write-stop.ts'
import { labelOf, WRITES, type WriteArguments } from '../writes.ts'
import { WriteQueue, WriteWaitError, type Write } from './write-queue.ts'

type Writer = ReturnType<typeof drizzle>

export interface WriteTimes {
  /** Longest wait for other writes of this process, in ms. */
  readonly wait: number
  /** A transaction that takes longer is rolled back, so that one mistake does not stop the portal. */
  readonly hold: number
  /** Longest wait for another process that writes, in ms. */
  readonly busy: number
}

const TIMES: WriteTimes = { wait: 30_000, hold: 60_000, busy: 5_000 }

/** Up to here a writer asks again at once, and then more rarely: each try costs a connection. */
const SHORT_WAIT_MS = 500

/** Written along with what an editor saves; no error should name them. */
const MACHINERY = / (?:payload-\S+|changes|usages|redirects)$/

/** Which write the present flow of control has begun: tells a forgotten `req` from a long queue. */
const begun = new AsyncLocalStorage<Write>()

/**
 * Gives all writes of this process one connection and one queue, as SQLite has one writer. Readers
 * keep the adapter's own connection and see what is committed. Payload's stock transactions open a
 * connection each, fail at once under parallel saves, and swallow a COMMIT that failed.
 */
export function queueWrites(
  adapter: SQLiteAdapter,
  control: Pick<DatabaseControl, 'writeStop'>,
  times: WriteTimes = TIMES,
): SQLiteAdapter {
  const queue = queueOf(adapter.clientConfig.url, times)
  const open = new Map<string, { write: Write; limit: NodeJS.Timeout }>()
  const overdue = new Set<string>()
  const { connect, destroy } = adapter
  let writer: Writer | undefined

  adapter.connect = async (options) => {
    await connect?.call(adapter, options)
    writer = writer
      ? drizzle(writer.$client, { schema: adapter.schema })
      : await openWriter(adapter)
  }

  adapter.destroy = async () => {
    writer?.$client.close()
    writer = undefined
    adapter.client?.close()
    adapter.client = undefined as unknown as SQLiteAdapter['client']
    await destroy?.call(adapter)
  }

  // The store must be set before the first await, so that the caller's flow carries it.
  adapter.beginTransaction = () => {
    const write = asked('a transaction')
    const within = begun.getStore() ?? null
    begun.enterWith(write)
    return begin(write, within)
  }
  adapter.commitTransaction = (id) => end(id, 'committed')
  adapter.rollbackTransaction = (id) => end(id, 'rolledBack')

  for (const name of WRITES) {
    const stock = adapter[name] as (args: WriteArguments) => Promise<unknown>
    const queued = async (args: WriteArguments) => {
      const label = labelOf(name, args)
      const id = String(await openTransaction(args.req))
      if (overdue.has(id)) throw new WriteRefusedError(label)
      const transaction = open.get(id)
      if (transaction) {
        if (!MACHINERY.test(label)) transaction.write.label = label
        return stock.call(adapter, args)
      }
      return alone(label, (transactionID) =>
        stock.call(adapter, { ...args, req: Object.create(args.req ?? null, transactionID) }),
      )
    }
    Object.assign(adapter, { [name]: queued })
  }
  return adapter

  async function alone<Result>(
    label: string,
    work: (req: PropertyDescriptorMap) => Promise<Result>,
  ): Promise<Result> {
    const write = asked(label)
    const within = begun.getStore() ?? null
    return begun.run(write, async () => {
      const id = await begin(write, within)
      try {
        const result = await work({ transactionID: { value: id, enumerable: true } })
        await end(id, 'committed')
        return result
      } catch (error) {
        await end(id, 'rolledBack')
        throw error
      }
    })
  }

  async function begin(write: Write, within: Write | null): Promise<string> {
    try {
      await queue.enter(write, within)
    } catch (error) {
      write.isOpen = false
      if (!(error instanceof WriteWaitError)) throw error
      if (!error.isForgottenRequest) throw new WriteRefusedError(write.label, error)
      // Its caller may swallow it; whoever mends it needs the frames.
      adapter.payload.logger.error(
        { code: 'forgotten_request', write: write.label, within: within?.label },
        error.message,
      )
      throw error
    }
    try {
      await adapter.initializing
      const session = await beginOnceFree()
      // Under the lock, so that who stopped writes knows that none is under way.
      await requireWritable(control).catch(async (error: unknown) => {
        await connected().$client.execute('ROLLBACK')
        throw error
      })
      const id = uuidv4()
      adapter.sessions[id] = session as unknown as SQLiteAdapter['sessions'][string]
      const limit = setTimeout(() => {
        adapter.payload.logger.error(
          { code: 'transaction_overdue', write: write.label },
          `A transaction took longer than ${times.hold} ms and was rolled back: ${write.askedAt}`,
        )
        overdue.add(id)
        void end(id, 'rolledBack')
      }, times.hold)
      open.set(id, { write, limit: limit.unref() })
      write.hasBegun = true
      return id
    } catch (error) {
      queue.leave(write)
      throw isBusy(error) ? new WriteRefusedError(write.label, error) : error
    }
  }

  async function end(
    incoming: number | string | Promise<number | string> | undefined,
    how: 'committed' | 'rolledBack',
  ): Promise<void> {
    const id = String(await incoming)
    const transaction = open.get(id)
    if (!transaction) {
      if (how === 'committed' && overdue.has(id)) throw new WriteRefusedError('commit')
      return
    }
    open.delete(id)
    delete adapter.sessions[id]
    clearTimeout(transaction.limit)
    const { $client } = connected()
    let outcome = how
    try {
      if (how === 'committed') await $client.execute('COMMIT')
    } catch (error) {
      outcome = 'rolledBack'
      throw error
    } finally {
      if (outcome === 'rolledBack') await $client.execute('ROLLBACK').catch(alreadyRolledBack)
      queue.leave(transaction.write)
      await ended(adapter, id, outcome)
    }
  }

  /**
   * `BEGIN IMMEDIATE`, again and again while another process writes; never blocks the event loop.
   * The client leaves a refused BEGIN unfinished, and a later COMMIT on the same connection would
   * fail ("SQL statements in progress"), so each try after that has a new connection (1 ms).
   */
  async function beginOnceFree() {
    const startedAt = performance.now()
    for (;;) {
      const db = connected()
      try {
        await db.$client.execute('BEGIN IMMEDIATE')
        return { db, resolve: async () => {}, reject: async () => {} }
      } catch (error) {
        if (!isBusy(error)) throw error
        db.$client.close()
        writer = await openWriter(adapter)
        const waited = performance.now() - startedAt
        if (waited > times.busy) throw error
        // A save of another process takes some milliseconds; who holds the lock longer holds it long.
        await pause(waited < SHORT_WAIT_MS ? 2 + Math.random() * 8 : 20 + Math.random() * 30)
      }
    }
  }

  function connected(): Writer {
    if (!writer) throw new Error('The database is closed.')
    return writer
  }
}

/** The connection of all writes, set up as the adapter sets up its own. */
async function openWriter(adapter: SQLiteAdapter): Promise<Writer> {
  const writer = drizzle({
    connection: { url: adapter.clientConfig.url },
    schema: adapter.schema,
  })
  if (adapter.wal) {
    await writer.$client.execute(`PRAGMA journal_size_limit = ${adapter.wal.journalSizeLimit}`)
    await writer.$client.execute(`PRAGMA synchronous = ${adapter.wal.synchronous}`)
  }
  return writer
}

/** One queue a database file, however many Payloads one process holds (Next bundles several). */
function queueOf(url: string, times: WriteTimes): WriteQueue {
  const holder = globalThis as { portalWriteQueues?: Map<string, WriteQueue> }
  const queues = (holder.portalWriteQueues ??= new Map())
  const queue = queues.get(url) ?? new WriteQueue(times)
  queues.set(url, queue)
  return queue
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|database is locked/.test(error.message)
}

/** A full disk makes SQLite roll back by itself. */
function alreadyRolledBack(error: unknown): void {
  if (!(error instanceof Error) || !/no transaction is active/.test(error.message)) throw error
}

/** A write with the frames that asked for it, the portal's own where there are any. */
function asked(label: string): Write {
  const frames = (new Error(label).stack ?? '').split('\n').slice(3)
  const own = frames.filter((frame) => !/node_modules|node:/.test(frame))
  const operation = frames.join().match(/\b\w+Operation\b/)?.[0]
  return {
    label: operation ?? label,
    isOpen: true,
    hasBegun: false,
    askedAt: (own.length > 0 ? own : frames).slice(0, 4).join('\n').trim(),
  }
}
