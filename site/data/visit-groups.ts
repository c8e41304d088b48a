import type { Payload } from 'payload'
import { recordVisits, type Visit, type VisitTotals } from './visits.ts'

/** So that many who come at once share one write; nobody notices the wait. */
const GATHER_MS = 25
/** What one write holds: it must end before the next saves wait for it. */
const MOST_VISITS = 1_000

interface Waiting {
  readonly visit: Visit
  readonly counted: PromiseWithResolvers<VisitTotals>
}

/**
 * Counts views in groups: those that come while another group is written go into the next one.
 * @returns counts one view; resolves once it is on disk, with the totals after its group
 */
export function visitGroups(portal: Payload): (visit: Visit) => Promise<VisitTotals> {
  const waiting: Waiting[] = []
  let isWriting = false

  const write = async () => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, MOST_VISITS)
      try {
        const visits = group.map(({ visit }) => visit)
        const totals = await recordVisits(portal, visits, new Date())
        for (const { counted } of group) counted.resolve(totals)
      } catch (error) {
        for (const { counted } of group) counted.reject(error)
      }
    }
    isWriting = false
  }

  return (visit) => {
    const counted = Promise.withResolvers<VisitTotals>()
    waiting.push({ visit, counted })
    if (!isWriting) {
      isWriting = true
      setTimeout(() => void write(), GATHER_MS)
    }
    return counted.promise
  }
}
