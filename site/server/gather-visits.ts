import type { VisitTotals } from '#site/data/visit-totals.ts'
import { RenderUnavailable } from './exchange.ts'
import type { WorkerClient } from './worker-client.ts'
import type { BeaconVisit } from './worker-tasks.ts'

/** So that many who come at once share one message and one write; nobody notices the wait. */
const GATHER_MS = 10
/** A second's worth of a flood: whoever comes then is told to come again. */
const MOST_WAITING = 5_000

interface Group {
  readonly visits: BeaconVisit[]
  readonly counted: Promise<VisitTotals>
}

/**
 * Hands visits to the worker in groups.
 * @returns counts one visit; resolves once it is on disk, with the totals after its group
 * @throws RenderUnavailable where the worker could not, or too many wait
 */
export function gatherVisits(worker: WorkerClient): (visit: BeaconVisit) => Promise<VisitTotals> {
  let open: Group | null = null
  let waiting = 0

  const gather = (): Group => {
    const visits: BeaconVisit[] = []
    const counted = new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(() => {
      open = null
      waiting += visits.length
      return worker.run('visits', visits).finally(() => (waiting -= visits.length))
    })
    return { visits, counted }
  }

  return async (visit) => {
    if (waiting >= MOST_WAITING) throw new RenderUnavailable('Too many visits are waiting.')
    open ??= gather()
    open.visits.push(visit)
    return open.counted
  }
}
