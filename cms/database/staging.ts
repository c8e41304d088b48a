import type { Payload } from 'payload'
import type { Filling } from './content.ts'
import type { DatabaseSettings } from './kind.ts'
import type { OpenPortal } from './snapshot.ts'

/** A place beside a database that is filled and then becomes it, all at once. */
export interface Staging {
  readonly portal: Payload
  /** What is being filled: empty at first. */
  readonly content: Filling
  /** Puts all of it on the disk, so that not even a power failure can harm it any more. */
  settle(): Promise<void>
  /** Closes it and lets it take the database's place; may be repeated after a crash. */
  takePlace(): Promise<void>
  /** Closes it and removes it: the database is as before. */
  discard(): Promise<void>
}

/** Makes an empty staging of this version's schema; what an earlier one left is removed. */
export type OpenStaging = (settings: DatabaseSettings, openPortal: OpenPortal) => Promise<Staging>

/** What can be done for a staging whose process has died. */
export interface LeftStaging {
  /** Finishes the last step; nothing where it was not begun. */
  takePlace(settings: DatabaseSettings): Promise<void>
  /** Removes it. */
  discard(settings: DatabaseSettings): Promise<void>
}
