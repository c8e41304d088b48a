import type { Payload } from 'payload'

/** 400 days: a year and the time to notice. */
const KEPT_MS = 400 * 24 * 3_600_000

/** Deletes the rows of the log of the system whose time is over; nothing else ever does. */
export async function forgetAudit(portal: Payload, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS).toISOString()
  await portal.db.deleteMany({
    collection: 'audit-log',
    where: { createdAt: { less_than: before } },
  })
}
