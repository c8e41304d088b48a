import type { Payload } from 'payload'
import type { DatabaseControl } from './control.ts'
import type { DatabaseKind } from './kind.ts'

/** The database that a portal has open. */
export interface OpenedDatabase {
  readonly kind: DatabaseKind
  /** Closed with the portal. */
  readonly control: DatabaseControl
}

// A name of the whole process, on the adapter itself: the admin is bundled and has its own copy of
// this module, but the portal's adapter.
const OPENED = Symbol.for('portal.opened-database')

type Marked = { [OPENED]?: OpenedDatabase }

/** Remembers what an adapter has open. */
export function registerDatabase(adapter: object, database: OpenedDatabase): void {
  Object.defineProperty(adapter, OPENED, { value: database })
}

/** The database that a portal has open. */
export function databaseOfPortal({ db }: Pick<Payload, 'db'>): OpenedDatabase {
  const database = (db as Marked)[OPENED]
  if (!database) throw new Error(`Nothing is known of the database of the adapter "${db.name}".`)
  return database
}
