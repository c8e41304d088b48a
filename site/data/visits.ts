import { createHmac, randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import type { Payload } from 'payload'
import { countersOf, inOneWrite, type Counters } from '#cms/database/counters.ts'
import { documentTag } from '#shared/cache-tags.ts'
import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import { documentAt } from './document-at.ts'
import type { PageContext } from './page-context.ts'

/** One view of a page, as its beacon reports it. Address and agent are never stored. */
export interface Visit {
  readonly path: string
  readonly clientAddress: string
  readonly userAgent: string
}

export interface VisitTotals {
  /** Visits since counting began, with the balance carried over from the old site. */
  readonly total: number
  readonly today: number
  readonly online: number
}

/** A visit is the first view by a visitor in this time. */
const VISIT_WINDOW_MS = 30 * 60_000
/** Who was seen within this time is "online". */
const ONLINE_WINDOW_MS = 5 * 60_000
const SALT_LIFETIME_MS = 48 * 3_600_000
const TOTAL = 'total'

/**
 * Counts a view in one durable write, and gives the totals after it. Robots are counted apart; a
 * visitor who looks at the same page again within 30 minutes adds nothing.
 */
export async function recordVisit(portal: Payload, visit: Visit, now: Date): Promise<VisitTotals> {
  const document = await documentAt(portal, visit.path)
  const today = dayKey(now)
  await inOneWrite(portal, async (counters) => {
    if (!visit.userAgent || isbot(visit.userAgent)) {
      await addTo(counters, [TOTAL, today], { bots: 1 })
      return
    }
    const visitor = await visitorOf(counters, visit, now)
    if (await isNew(counters, 'visitor', visitor, now)) {
      await addTo(counters, [TOTAL, today], { visits: 1 })
    }
    if (await isNew(counters, 'view', `${visitor}:${visit.path}`, now)) {
      const keys = document ? [TOTAL, today, documentTag(...document)] : [TOTAL, today]
      await addTo(counters, keys, { views: 1 })
    }
  })
  return readTotals(portal, now)
}

/** Deletes visitors' traces after their 30 minutes, and salts after 48 hours. */
export async function forgetVisitors(portal: Payload, now: Date): Promise<void> {
  await inOneWrite(portal, (counters) => counters.forget(now.getTime()))
}

/** The numbers of the footer at this moment; a cached page shows those of its making. */
export function totals(page: PageContext): Promise<VisitTotals> {
  return readTotals(page.portal, page.now)
}

/** How often one document was viewed. Not a dependency: views alone never renew a page. */
export async function viewsOf(page: PageContext, collection: string, id: string): Promise<number> {
  const { views } = await countersOf(page.portal).read(documentTag(collection, id))
  return views
}

async function readTotals(portal: Payload, now: Date): Promise<VisitTotals> {
  const counters = countersOf(portal)
  const settings = await portal.findGlobal({
    slug: 'site-settings',
    overrideAccess: false,
    depth: 0,
    select: { visits: true },
  })
  const { visits } = await counters.read(TOTAL)
  return {
    total: visits + (settings.visits?.openingBalance ?? 0),
    today: (await counters.read(dayKey(now))).visits,
    online: await counters.seenSince('visitor', now.getTime() - ONLINE_WINDOW_MS),
  }
}

async function addTo(
  counters: Counters,
  keys: readonly string[],
  amounts: Parameters<Counters['add']>[1],
): Promise<void> {
  for (const key of keys) await counters.add(key, amounts)
}

function isNew(counters: Counters, kind: 'visitor' | 'view', key: string, now: Date) {
  return counters.isNewSight({
    key: `${kind}:${key}`,
    kind,
    now: now.getTime(),
    windowMs: VISIT_WINDOW_MS,
    forgetAt: now.getTime() + VISIT_WINDOW_MS,
  })
}

/** A hash that nobody can lead back to an address once the day's salt is deleted. */
async function visitorOf(counters: Counters, visit: Visit, now: Date): Promise<string> {
  const salt = await counters.sharedSalt(
    `salt:${dayKey(now)}`,
    randomBytes(32).toString('base64'),
    now.getTime(),
    now.getTime() + SALT_LIFETIME_MS,
  )
  return createHmac('sha256', salt)
    .update(`${visit.clientAddress}\n${visit.userAgent}`)
    .digest('base64url')
}

function dayKey(now: Date): string {
  return `day:${dateInVietnam(now)}`
}
