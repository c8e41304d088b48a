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

/**
 * Takes a snapshot while the portal runs.
 * @param settings of the database to read
 * @param folder on a disk with room for a copy of an embedded database
 */
export type OpenSnapshot = (
  settings: DatabaseSettings,
  openPortal: OpenPortal,
  folder: string,
) => Promise<Snapshot>
