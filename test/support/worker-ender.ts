import type { Worker } from 'node:worker_threads'

// Loaded into a process before its own code: SIGUSR2 ends the newest of its workers of one name, in
// the midst of whatever it does.
const name = process.env.ENDED_WORKER ?? 'render'
let newest: Worker | undefined
process.on('worker', (worker) => {
  if (worker.threadName === name) newest = worker
})
process.on('SIGUSR2', () => void newest?.terminate())
