import { createHmac, randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import type { Payload } from 'payload'
import { countersOf, inOneWrite, type Counters, type Sight } from '#cms/database/counters.ts'
import { documentTag, globalTag } from '#shared/cache-tags.ts'
import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import { documentAt } from './document-at.ts'
import type { KeptValues } from './kept-values.ts'
import type { PageContext } from './page-context.ts'
import { shared } from './shared-values.ts'

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

/** Counts one view in a durable write of its own, and gives the totals after it. */
export function recordVisit(portal: Payload, visit: Visit, now: Date): Promise<VisitTotals> {
  return recordVisits(portal, [visit], now)
}

/**
 * Counts views in one durable write, and gives the totals after it. Robots are counted apart; a
 * visitor who looks at the same page again within 30 minutes adds nothing.
 */
export async function recordVisits(
  portal: Payload,
  visits: readonly Visit[],
  now: Date,
): Promise<VisitTotals> {
  const people = visits.filter(({ userAgent }) => userAgent && !isbot(userAgent))
  const paths = new Set(people.map(({ path }) => path))
  const documents = new Map(
    await Promise.all(
      [...paths].map(async (path) => [path, await documentAt(portal, path)] as const),
    ),
  )
  await inOneWrite(portal, async (counters) => {
    const sights = people.length > 0 ? await sightsOf(counters, people, now) : []
    const fresh = await counters.noteSights(sights.flatMap(({ visitor, view }) => [visitor, view]))
    const views = new Map<string, number>()
    for (const [key, path] of new Map(sights.map(({ view, path }) => [view.key, path]))) {
      if (fresh.has(key)) views.set(path, (views.get(path) ?? 0) + 1)
    }
    const visitors = new Set(sights.map(({ visitor }) => visitor.key)).intersection(fresh)
    const amounts = {
      visits: visitors.size,
      views: [...views.values()].reduce((sum, count) => sum + count, 0),
      bots: visits.length - people.length,
    }
    for (const key of [TOTAL, dayKey(now)]) await counters.add(key, amounts)
    for (const [path, count] of views) {
      const document = documents.get(path)
      if (document) await counters.add(documentTag(...document), { views: count })
    }
  })
  return readTotals(portal, now)
}

/** Deletes visitors' traces after their 30 minutes, and salts after 48 hours. */
export async function forgetVisitors(portal: Payload, now: Date): Promise<void> {
  await inOneWrite(portal, (counters) => counters.forget(now.getTime()))
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

async function readTotals(portal: Payload, now: Date): Promise<VisitTotals> {
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

/** A visitor and a view of theirs, for each view. */
async function sightsOf(counters: Counters, visits: readonly Visit[], now: Date) {
  const salt = await counters.sharedSalt(
    `salt:${dayKey(now)}`,
    randomBytes(32).toString('base64'),
    now.getTime(),
    now.getTime() + SALT_LIFETIME_MS,
  )
  return visits.map((visit) => {
    const visitor = visitorOf(salt, visit)
    return {
      path: visit.path,
      visitor: sight('visitor', visitor, now),
      view: sight('view', `${visitor}:${visit.path}`, now),
    }
  })
}

function sight(kind: Sight['kind'], key: string, now: Date): Sight {
  return {
    key: `${kind}:${key}`,
    kind,
    now: now.getTime(),
    windowMs: VISIT_WINDOW_MS,
    forgetAt: now.getTime() + VISIT_WINDOW_MS,
  }
}

/** A hash that nobody can lead back to an address once the day's salt is deleted. */
function visitorOf(salt: string, visit: Visit): string {
  return createHmac('sha256', salt)
    .update(`${visit.clientAddress}\n${visit.userAgent}`)
    .digest('base64url')
}

function dayKey(now: Date): string {
  return `day:${dateInVietnam(now)}`
}
