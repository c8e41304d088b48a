import type { DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import type { Config } from '#shared/config.ts'
import { databaseKind, type DatabaseKindName } from '#shared/database-url.ts'
import type { ChangeLog } from './change-log.ts'
import type { Claim } from './claims.ts'
import type { Content } from './content.ts'
import type { DatabaseControl } from './control.ts'
import type { Counters } from './counters.ts'
import type { NewsListing } from './listed-news.ts'
import type { OpenSnapshot } from './snapshot.ts'
import type { LeftStaging, OpenStaging } from './staging.ts'

export type DatabaseSettings = Pick<Config, 'databaseUrl' | 'mongodb'>

/** All that one kind of database does in its own way. Nothing outside this folder asks which it is. */
export interface DatabaseKind {
  readonly name: DatabaseKindName
  control(settings: DatabaseSettings): DatabaseControl
  adapter(settings: DatabaseSettings, control: DatabaseControl): DatabaseAdapterObj
  /** Counters within a transaction, or each write alone. */
  counters(portal: Payload, transaction: string | number | null): Counters
  changeLog(portal: Payload): ChangeLog
  newsListing(portal: Payload): NewsListing
  /** See {@link Claim}. */
  claim(req: PayloadRequest, claim: Claim): Promise<boolean>
  /** Whether a write failed because it met another, so that trying again helps. */
  isConflict(error: unknown): boolean
  /** All rows of a portal's database, past hooks and access. */
  content(portal: Payload): Content
  readonly openSnapshot: OpenSnapshot
  readonly openStaging: OpenStaging
  readonly leftStaging: LeftStaging
}

/** The kind of database that a URL names; the client of the other kind is not loaded. */
export async function loadKind(databaseUrl: string): Promise<DatabaseKind> {
  return databaseKind(databaseUrl) === 'sqlite'
    ? (await import('./sqlite/kind.ts')).sqliteKind
    : (await import('./mongodb/kind.ts')).mongodbKind
}

/** What stands beside a database's content, without loading Payload; to be closed after use. */
export async function openControl(settings: DatabaseSettings): Promise<DatabaseControl> {
  return databaseKind(settings.databaseUrl) === 'sqlite'
    ? (await import('./sqlite/control.ts')).sqliteControl(settings.databaseUrl)
    : (await import('./mongodb/control.ts')).mongodbControl(settings)
}
