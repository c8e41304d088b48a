import type { Logger } from 'pino'
import { KeptPositions } from './kept-positions.ts'
import type { Purge } from './page-cache/page-cache.ts'
import { startWorker, type WorkerClient, type WorkerOptions } from './worker-client.ts'

export interface WorkersOptions extends Pick<WorkerOptions, 'onAsked'> {
  readonly count: number
  /** Where the workers of an earlier process were in the change log. */
  readonly positions?: string | null
  /**
   * Every worker tells every change, when it has heard of it: what one of them rendered before is
   * purged then, even if another had told the change already.
   * @param positions to keep for the next process; `null` as long as some worker has none
   */
  readonly onChanges?: (seen: Purge, positions: string | null) => void
}

/**
 * Starts render workers that answer as one. Each follows the change log by itself; one that dies
 * is started anew while the others go on.
 */
export function startWorkers(
  script: URL,
  log: Logger,
  { count, positions = null, onChanges = () => {}, onAsked }: WorkersOptions,
): WorkerClient {
  const kept = new KeptPositions(positions, count)
  const workers = Array.from({ length: count }, (_, at) =>
    startWorker(script, log.child({ worker: at + 1 }), {
      position: kept.of(at),
      onAsked,
      onChanges: (seen) => onChanges(seen, kept.moved(at, seen.position)),
    }),
  )
  const sum = (of: (worker: WorkerClient) => number) =>
    workers.reduce((total, worker) => total + of(worker), 0)

  return {
    run(task, input, limitMs) {
      const ready = workers.filter((worker) => worker.isReady())
      const able = ready.length > 0 ? ready : workers
      // Visits are written in groups, which one worker alone can make.
      const chosen = task === 'visits' ? able[0] : leastBusy(able)
      if (!chosen) throw new Error('There is no render worker.')
      return chosen.run(task, input, limitMs)
    },
    isReady: () => workers.some((worker) => worker.isReady()),
    restarts: () => sum((worker) => worker.restarts()),
    pending: () => sum((worker) => worker.pending()),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}

function leastBusy(workers: readonly WorkerClient[]): WorkerClient | undefined {
  return workers.toSorted((one, other) => one.pending() - other.pending())[0]
}
