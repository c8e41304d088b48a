import { existsSync } from 'node:fs'
import { createBackup } from '#cms/backup/create-backup.ts'
import { readConfig } from '#shared/config.ts'

/**
 * Run as a process of its own by backup-with-pauses.ts: a backup that stands still at the first of
 * each step, whose name it sends, until there is a file that lets it go on.
 */
const [archive = '', go = ''] = process.argv.slice(2)
const reached = new Set<string>()

function pause(step: string): void {
  if (reached.has(step)) return
  reached.add(step)
  process.send?.(step)
  // All of the process waits: the work may not go on beside it.
  const clock = new Int32Array(new SharedArrayBuffer(4))
  while (!existsSync(`${go}.${reached.size}`)) Atomics.wait(clock, 0, 0, 5)
}

await createBackup(readConfig(), archive, pause)
process.disconnect()
