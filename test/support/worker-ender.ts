import type { Worker } from 'node:worker_threads'

// Loaded into a process before its own code: SIGUSR2 ends its newest worker, in the midst of
// whatever it does.
let newest: Worker | undefined
process.on('worker', (worker) => (newest = worker))
process.on('SIGUSR2', () => void newest?.terminate())
