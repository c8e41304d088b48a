import type { Payload } from 'payload'
import type { Filling } from './content.ts'
import type { DatabaseSettings } from './kind.ts'
import type { OpenPortal } from './snapshot.ts'

/** A place beside a database that is filled and then becomes it, all at once. */
export interface Staging {
  readonly portal: Payload
  /** What is being filled: empty at first. */
  readonly content: Filling
  /** Closes it and lets it take the database's place; may be repeated after a crash. */
  takePlace(): Promise<void>
  /** Closes it and removes it: the database is as before. */
  discard(): Promise<void>
}

/** Makes an empty staging of this version's schema; what an earlier one left is removed. */
export type OpenStaging = (settings: DatabaseSettings, openPortal: OpenPortal) => Promise<Staging>

/** Finishes the last step of a staging whose process died in it. */
export type FinishTakingPlace = (settings: DatabaseSettings) => Promise<void>
