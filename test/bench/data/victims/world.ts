import { DatabaseProblem } from '#cms/database/control.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import { readConfig } from '#shared/config.ts'
import type { Place } from '../place.ts'
import { dumpOf, type Dump, type Setting } from '../setting.ts'

/** How long each command takes that is killed, in seconds. */
export interface CommandTimes {
  readonly backup: number
  readonly restore: number
  readonly copy: number
}

/** What commands are killed in. */
export interface World {
  readonly setting: Setting
  readonly durations: CommandTimes
  /** Of the whole source, as canonical rows. */
  readonly content: Dump
  /** Of the archive: the source as it was before anybody logged in. */
  readonly archived: Dump
  /** @throws Error where the source is not what it was before the first kill */
  requireUntouched(): Promise<void>
}

/** Whether the site and the cms would use the database of a place as it is. */
export async function isServed({ env }: Place): Promise<boolean> {
  try {
    await requireDatabase(readConfig(env))
    return true
  } catch (error) {
    if (error instanceof DatabaseProblem) return false
    throw error
  }
}

/** @throws Error where a place does not hold just that */
export async function requireContent(setting: Setting, place: Place, content: Dump): Promise<void> {
  const { rows, sha256 } = await dumpOf(setting, place)
  if (sha256 === content.sha256) return
  throw new Error(`It is served with ${rows} of ${content.rows} rows, or with others.`)
}
