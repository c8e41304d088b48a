import { expect, test } from 'vitest'
import { RenderUnavailable } from '#site/server/exchange.ts'
import { gatherVisits } from '#site/server/gather-visits.ts'
import type { WorkerClient } from '#site/server/worker-client.ts'
import type { BeaconVisit } from '#site/server/worker-tasks.ts'

const TOTALS = { total: 7, today: 5, online: 3 }
const visit = (address: number): BeaconVisit => ({
  path: '/',
  clientAddress: `198.51.100.${address}`,
  userAgent: 'Mozilla/5.0',
})

/** Groups whose worker does what it is told, and the groups that came to it. */
function groupsOf(work: () => Promise<typeof TOTALS>) {
  const sent: (readonly BeaconVisit[])[] = []
  const run = (_task: string, input: readonly BeaconVisit[]) => {
    sent.push(input)
    return work()
  }
  return { sent, count: gatherVisits({ run } as unknown as WorkerClient) }
}

test('visits that come at once go to the worker together, and all are told the totals after them', async () => {
  const { sent, count } = groupsOf(async () => TOTALS)
  const visits = [1, 2, 3].map(visit)
  expect(await Promise.all(visits.map(count))).toEqual([TOTALS, TOTALS, TOTALS])
  expect(sent).toEqual([visits])
  await count(visit(4))
  expect(sent[1]).toEqual([visit(4)])
})

test('where the worker fails all of the group hear of it, and the next group is counted', async () => {
  let isBroken = true
  const { count } = groupsOf(async () => {
    if (isBroken) throw new RenderUnavailable('The worker has ended.')
    return TOTALS
  })
  const results = await Promise.allSettled([1, 2].map(visit).map(count))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isBroken = false
  expect(await count(visit(3))).toEqual(TOTALS)
})

test('where too many wait for the worker the next is refused, until it has counted them', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof TOTALS>()
  const { sent, count } = groupsOf(() => promise)
  const first = Promise.all(Array.from({ length: 5_000 }, (_, number) => count(visit(number))))
  await expect.poll(() => sent.length).toBe(1)
  await expect(count(visit(1))).rejects.toThrow(RenderUnavailable)
  resolve(TOTALS)
  await first
  expect(await count(visit(1))).toEqual(TOTALS)
})
