/**
 * Run as a process of its own, on the database of its environment: when told to start, raises one
 * number again and again, claims sights, proposes a salt, and reports what it got.
 */
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { inOneWrite } from '#cms/database/counters.ts'
import { readConfig } from '#shared/config.ts'

export interface CountingOrder {
  readonly rounds: number
  readonly sights: readonly string[]
  readonly now: number
}

export interface CountingReport {
  /** Sights that were new to this process. */
  readonly claimed: readonly string[]
  readonly salt: string
}

const HOUR_MS = 3_600_000

const portal = await openPortal(readConfig())
process.once('message', (order: CountingOrder) => {
  void count(order).then(async (report) => {
    await closeDatabase(portal)
    process.send?.(report, () => process.disconnect())
  })
})
process.send?.('ready')

async function count({ rounds, sights, now }: CountingOrder): Promise<CountingReport> {
  const forgetAt = now + HOUR_MS
  const salt = await inOneWrite(portal, (counters) =>
    counters.sharedSalt('salt:day', `of process ${process.pid}`, now, forgetAt),
  )
  const claimed: string[] = []
  for (const key of sights) {
    const sight = { key, kind: 'view', now, windowMs: HOUR_MS, forgetAt } as const
    const isNew = await inOneWrite(portal, async (counters) => {
      const isFirst = (await counters.noteSights([sight])).has(key)
      if (isFirst) await counters.add('total', { views: 1 })
      return isFirst
    })
    if (isNew) claimed.push(key)
  }
  for (let round = 0; round < rounds; round += 1) {
    await inOneWrite(portal, (counters) => counters.add('total', { visits: 1, bots: 2 }))
  }
  return { claimed, salt }
}
