import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const HOLDER = fileURLToPath(new URL('./lock-holder.ts', import.meta.url))

/**
 * Has another process lock a database file, as a program that writes long does (`writes`), or one
 * that lets nobody else near it (`alone`).
 * @returns frees it
 */
export async function lockFile(
  file: string,
  how: 'writes' | 'alone',
): Promise<() => Promise<void>> {
  const holder = fork(HOLDER, [file, how])
  const first = await Promise.race([once(holder, 'message'), once(holder, 'exit')])
  if (first[0] !== 'locked') throw new Error(`${file} could not be locked.`)
  return async () => {
    holder.send('free')
    await once(holder, 'exit')
  }
}
