import { constants, getPriority, setPriority } from 'node:os'

/** How far a thread stands behind the main thread, in nice values: pages come before searches. */
const BEHIND = { render: 5, search: 10 } as const

/**
 * Lets the calling thread stand back where all cores are busy, so that the main thread answers from
 * its cache at once. Only Linux gives each thread a priority of its own; elsewhere it would be that
 * of the whole process.
 */
export function standBack(thread: keyof typeof BEHIND): void {
  if (process.platform !== 'linux') return
  // From where the operator put the whole process: nobody but root may come forward again.
  setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + BEHIND[thread]))
}
