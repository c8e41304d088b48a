import type { PageSource } from './exchange.ts'
import type { WorkerClient } from './worker-client.ts'

/** Pages as the render worker makes them. */
export function renderedPages(worker: WorkerClient): PageSource {
  return { answer: (request) => worker.run('page', request) }
}
