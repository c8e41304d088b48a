import type { Payload } from 'payload'
import type { VisitTotals } from './visit-totals.ts'
import { recordVisits, type Visit } from './visits.ts'

/** What one write holds: it must end before the next saves wait for it. */
const MOST_VISITS = 1_000

interface Group {
  readonly visits: readonly Visit[]
  readonly counted: PromiseWithResolvers<VisitTotals>
}

export interface VisitGroups {
  /** Counts views; resolves once they are on disk, with the totals after them. */
  count(visits: readonly Visit[]): Promise<VisitTotals>
  /** Resolves when nothing waits to be counted. */
  settled(): Promise<void>
}

/** Counts views in groups: those that come while others are written share the next write. */
export function visitGroups(portal: Payload): VisitGroups {
  const waiting: Group[] = []
  let writing: Promise<void> | null = null

  const write = async () => {
    while (waiting.length > 0) {
      const groups = takeGroups(waiting)
      try {
        const visits = groups.flatMap((group) => group.visits)
        const totals = await recordVisits(portal, visits, new Date())
        for (const { counted } of groups) counted.resolve(totals)
      } catch (error) {
        for (const { counted } of groups) counted.reject(error)
      }
    }
    writing = null
  }

  return {
    count(visits) {
      const counted = Promise.withResolvers<VisitTotals>()
      waiting.push({ visits, counted })
      writing ??= write()
      return counted.promise
    },
    async settled() {
      await writing
    },
  }
}

/** As many as one write holds, but one group at least. */
function takeGroups(waiting: Group[]): Group[] {
  let visits = 0
  const tooMany = waiting.findIndex(
    (group, at) => (visits += group.visits.length) > MOST_VISITS && at > 0,
  )
  return waiting.splice(0, tooMany === -1 ? waiting.length : tooMany)
}
