import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { databaseOfPortal } from './opened.ts'

/** Numbers that many writers raise at once, exact on every database, and what counting remembers. */
export interface Counters {
  /** Raises one row's numbers, making the row where it is absent. */
  add(key: string, amounts: Partial<Amounts>): Promise<void>
  /** Counts that something was searched for, making its row where it is absent. */
  addSearch(search: CountedSearch): Promise<void>
  /** The numbers of a row, zero where it is absent. */
  read(key: string): Promise<Amounts>
  /** Notes what was seen; the keys of those that had not been seen within their `windowMs`. */
  noteSights(sights: readonly Sight[]): Promise<ReadonlySet<string>>
  /** How many of a kind were seen at or after a moment (ms since 1970). */
  seenSince(kind: Sight['kind'], moment: number): Promise<number>
  /** The salt kept under `key`; the first caller's proposal becomes everyone's. */
  sharedSalt(key: string, proposal: string, now: number, forgetAt: number): Promise<string>
  /** Deletes every trace whose time has come. */
  forget(now: number): Promise<void>
}

export interface Amounts {
  readonly visits: number
  readonly views: number
  readonly bots: number
}

/** Searches for the same words, with what the last of them found. */
export interface CountedSearch {
  readonly words: string
  readonly count: number
  readonly foundNothing: number
  readonly lastFound: number
  readonly lastAt: Date
}

export interface Sight {
  readonly key: string
  readonly kind: 'visitor' | 'view'
  readonly now: number
  readonly windowMs: number
  readonly forgetAt: number
}

/** Counters for reading; writes through them are not held together. */
export function countersOf(portal: Payload): Counters {
  return databaseOfPortal(portal).kind.counters(portal, null)
}

/** Two writes that met are tried again, ever later; after so many times the server is in trouble. */
const MOST_TRIES = 20
const FIRST_PAUSE_MS = 5

/**
 * Runs `work` as one durable write: all of it counts, or nothing. It is run again where it met
 * another write, so it does nothing but count.
 * @throws what `work` throws, or where the database refuses the write
 */
export async function inOneWrite<Result>(
  portal: Payload,
  work: (counters: Counters) => Promise<Result>,
): Promise<Result> {
  const { kind } = databaseOfPortal(portal)
  // A write of its caller's that runs beside this one must not seem to lie within it, as it would
  // where the transaction began before the first pause.
  await Promise.resolve()
  for (let tries = 1; ; tries += 1) {
    const transaction = await portal.db.beginTransaction()
    try {
      const result = await work(kind.counters(portal, transaction))
      if (transaction !== null) await portal.db.commitTransaction(transaction)
      return result
    } catch (error) {
      if (transaction !== null) await portal.db.rollbackTransaction(transaction)
      if (tries === MOST_TRIES || !kind.isConflict(error)) throw error
      await pause(FIRST_PAUSE_MS * tries * (1 + Math.random()))
    }
  }
}
