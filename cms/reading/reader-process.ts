/**
 * The process that reads files of strangers, one after the other, for the process that started it
 * (reader-child.ts). It has no settings, no database, no secrets, and may write nothing.
 */
import { Worker } from 'node:worker_threads'
import { FileRefused } from './file-refused.ts'
import { JOBS, type JobName, type Jobs } from './jobs.ts'
import type { Order, Outcome, Report } from './messages.ts'
import { ReadingLimit } from './reading-limit.ts'

// Watches over this process also while its own thread reads and hears nothing.
new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: { parent: process.ppid, maxMemory: Number(process.argv[2]) },
}).unref()

process.on('message', (order: Order) => void take(order))
process.once('disconnect', () => process.exit())

async function take({ job, question, size }: Order): Promise<void> {
  const outcome = await carryOut(job, await readInput(size), question)
  report({ kind: 'ended', outcome, memory: process.memoryUsage.rss() })
}

async function carryOut<Name extends JobName>(
  name: Name,
  data: Buffer,
  question: Jobs[Name]['question'],
): Promise<Outcome> {
  try {
    const work = await JOBS[name]()
    report({ kind: 'begun' })
    return { kind: 'answer', answer: await work(data, question) }
  } catch (error) {
    if (error instanceof FileRefused) {
      return { kind: 'refused', code: error.code, message: error.message }
    }
    if (error instanceof ReadingLimit) return { kind: 'limit', limit: error.limit }
    const detail = error instanceof Error ? error.stack : String(error)
    return { kind: 'limit', limit: 'death', ...(detail ? { detail } : {}) }
  }
}

/** The next bytes of the standard input, in memory of their own. */
function readInput(size: number): Promise<Buffer> {
  const data = Buffer.alloc(size)
  if (size === 0) return Promise.resolve(data)
  let filled = 0
  return new Promise((resolve) => {
    const take = (chunk: Buffer) => {
      filled += chunk.copy(data, filled)
      if (filled < size) return
      process.stdin.off('data', take).pause()
      resolve(data)
    }
    process.stdin.on('data', take).resume()
  })
}

function report(message: Report): void {
  process.send?.(message)
}
