import type { Payload } from 'payload'
import { isInForce } from './control.ts'
import { databaseOfPortal } from './opened.ts'

/** Longer than the pause between two looks at the queue, shorter than an editor's patience. */
const TURN_MS = 20_000

/**
 * Whether this process is the one that works off the queue of jobs: of several nodes one, since two
 * would do every job twice; none while writes are stopped.
 */
export async function hasJobsTurn(portal: Payload): Promise<boolean> {
  const { control } = databaseOfPortal(portal)
  if (isInForce(await control.writeStop())) return false
  return control.claim('jobs', TURN_MS)
}
