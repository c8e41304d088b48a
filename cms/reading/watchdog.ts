/**
 * A thread beside the one that reads files. A parser that runs wild hears no message and no end of
 * its parent, and memory outside V8's heap has no limit of its own; both are looked at from here.
 */
import { workerData } from 'node:worker_threads'

const LOOK_MS = 10

const { parent, maxMemory } = workerData as { parent: number; maxMemory: number }

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > maxMemory) {
    process.kill(process.pid, 'SIGKILL')
  }
}, LOOK_MS)
