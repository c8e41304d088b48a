import { setPriority } from 'node:os'

/** How far a thread stands behind the main thread (nice values): pages before searches. */
const NICE = { render: 5, search: 10 } as const

/**
 * Lets the calling thread stand back where all cores are busy, so that the main thread answers from
 * its cache at once. Only Linux gives each thread a priority of its own; elsewhere it would be that
 * of the whole process.
 */
export function standBack(thread: keyof typeof NICE): void {
  if (process.platform === 'linux') setPriority(NICE[thread])
}
