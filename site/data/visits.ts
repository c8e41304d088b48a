import { createHmac, randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import type { Payload } from 'payload'
import { inOneWrite, type Counters, type Sight } from '#cms/database/counters.ts'
import { documentTag } from '#shared/cache-tags.ts'
import { documentAt } from './document-at.ts'
import { dayKey, readTotals, TOTAL, type VisitTotals } from './visit-totals.ts'

/** One view of a page, as its beacon reports it. Address and agent are never stored. */
export interface Visit {
  readonly path: string
  readonly clientAddress: string
  readonly userAgent: string
}

/** A visit is the first view by a visitor in this time. */
const VISIT_WINDOW_MS = 30 * 60_000
const SALT_LIFETIME_MS = 48 * 3_600_000

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
