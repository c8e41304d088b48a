import type { Payload } from 'payload'
import type { Content } from './content.ts'
import type { DatabaseSettings } from './kind.ts'

/** Opens Payload on a database other than that of the settings, for commands. */
export type OpenPortal = (settings: DatabaseSettings) => Promise<Payload>

/** The content as of one moment, whatever is written meanwhile. */
export interface Snapshot {
  readonly portal: Payload
  readonly content: Content
  close(): Promise<void>
}

export interface SnapshotOptions {
  /** For a copy of an embedded database; there, and empty. */
  readonly folder: string
  /** Writes are stopped for as long as the snapshot is open. */
  readonly isQuiet: boolean
}

/** Takes a snapshot of the database that the settings name, while the portal runs. */
export type OpenSnapshot = (
  settings: DatabaseSettings,
  openPortal: OpenPortal,
  options: SnapshotOptions,
) => Promise<Snapshot>
