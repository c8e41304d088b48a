import type { Payload } from 'payload'
import { countersOf } from '#cms/database/counters.ts'
import { documentTag, globalTag } from '#shared/cache-tags.ts'
import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import type { KeptValues } from './kept-values.ts'
import type { PageContext } from './page-context.ts'
import { shared } from './shared-values.ts'

export interface VisitTotals {
  /** Visits since counting began, with the balance carried over from the old site. */
  readonly total: number
  readonly today: number
  readonly online: number
}

/** Who was seen within this time is "online". */
const ONLINE_WINDOW_MS = 5 * 60_000

/** Key of the row that counts everything. */
export const TOTAL = 'total'

/** Key of the row that counts the day of a moment. */
export function dayKey(now: Date): string {
  return `day:${dateInVietnam(now)}`
}

/** The numbers of the footer at this moment; a cached page shows those of its making. */
export async function totals(page: PageContext): Promise<VisitTotals> {
  const [counted, opening] = await Promise.all([countedLately(page), openingBalance(page)])
  return { ...counted, total: counted.total + opening }
}

/** Unlike the numbers it is a setting: a page that shows another one is old. */
const openingBalance = shared('opening-balance', (page) => {
  page.tag(globalTag('site-settings'))
  return readOpeningBalance(page.portal)
})

function countedLately({ kept, now, portal }: PageContext): Promise<VisitTotals> {
  if (!kept) return readCounted(portal, now)
  const known = recent.get(kept)
  if (known && now.getTime() - known.readAt < RECENT_MS) return known.counted
  const read = { readAt: now.getTime(), counted: readCounted(portal, now) }
  read.counted.catch(() => recent.delete(kept))
  recent.set(kept, read)
  return read.counted
}

/** Pages that are rendered one after the other show the same numbers; beacons bring newer ones. */
const RECENT_MS = 1_000
const recent = new WeakMap<KeptValues, { readAt: number; counted: Promise<VisitTotals> }>()

/** How often one document was viewed. Not a dependency: views alone never renew a page. */
export async function viewsOf(page: PageContext, collection: string, id: string): Promise<number> {
  const { views } = await countersOf(page.portal).read(documentTag(collection, id))
  return views
}

/** The numbers as the database has them now. */
export async function readTotals(portal: Payload, now: Date): Promise<VisitTotals> {
  const counted = await readCounted(portal, now)
  return { ...counted, total: counted.total + (await readOpeningBalance(portal)) }
}

/** Without what the old site had counted. */
async function readCounted(portal: Payload, now: Date): Promise<VisitTotals> {
  const counters = countersOf(portal)
  return {
    total: (await counters.read(TOTAL)).visits,
    today: (await counters.read(dayKey(now))).visits,
    online: await counters.seenSince('visitor', now.getTime() - ONLINE_WINDOW_MS),
  }
}

async function readOpeningBalance(portal: Payload): Promise<number> {
  const { visits } = await portal.findGlobal({
    slug: 'site-settings',
    overrideAccess: false,
    depth: 0,
    select: { visits: true },
  })
  return visits?.openingBalance ?? 0
}
