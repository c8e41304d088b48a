import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { countersOf, inOneWrite } from '#cms/database/counters.ts'
import type { CountingOrder, CountingReport } from '#test/support/counting-process.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

vi.setConfig({ testTimeout: 120_000 })

const PROCESS = fileURLToPath(new URL('../support/counting-process.ts', import.meta.url))
const NOW = Date.parse('2026-03-17T01:00:00Z')

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Two processes that count at the same time, as two nodes of the site do. */
async function countInTwo(orders: [CountingOrder, CountingOrder]): Promise<CountingReport[]> {
  const children = orders.map(() => fork(PROCESS))
  running.push(...children)
  await Promise.all(children.map(answer))
  const reports = children.map(answer)
  orders.forEach((order, index) => children[index]?.send(order))
  return (await Promise.all(reports)) as CountingReport[]
}

/** The next message of a process, or why it ended without one. */
async function answer(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The counting process ended with ${code}.`)
  })
  const [message] = await Promise.race([once(child, 'message'), gone])
  return message
}

test('two processes that count at once lose nothing, and see what one of them saw', async () => {
  const sights = Array.from({ length: 40 }, (_, number) => `view:${number}`)
  const [first, second] = await countInTwo([
    { rounds: 150, sights, now: NOW },
    { rounds: 150, sights: sights.toReversed(), now: NOW },
  ])
  expect(await countersOf(portal.payload).read('total')).toEqual({
    visits: 300,
    views: sights.length,
    bots: 600,
  })
  // Each sight was new to exactly one of them.
  const claimed = [...(first?.claimed ?? []), ...(second?.claimed ?? [])]
  expect(claimed.toSorted()).toEqual(sights.toSorted())
  expect(first?.salt).toMatch(/^of process \d+$/)
  expect(second?.salt).toBe(first?.salt)
  expect(await countersOf(portal.payload).seenSince('view', NOW)).toBe(sights.length)
})

test('a sight is new again to one caller alone once its time is over', async () => {
  const { payload } = portal
  const windowMs = 60_000
  const see = (now: number) =>
    inOneWrite(payload, async (counters) => {
      const sight = { key: 'visitor:a', kind: 'visitor', now, windowMs, forgetAt: now * 2 } as const
      return (await counters.noteSights([sight])).has(sight.key)
    })
  expect(await see(NOW)).toBe(true)
  expect(await see(NOW + windowMs - 1)).toBe(false)
  const many = await Promise.all(Array.from({ length: 8 }, () => see(NOW + 3 * windowMs)))
  expect(many.filter(Boolean)).toHaveLength(1)
})

test('what is counted while it is read is never half a write', async () => {
  const { payload } = portal
  const counting = Promise.all(
    Array.from({ length: 40 }, () =>
      inOneWrite(payload, (counters) => counters.add('pairs', { visits: 1, views: 1 })),
    ),
  )
  const seen = []
  for (let read = 0; read < 40; read += 1) seen.push(await countersOf(payload).read('pairs'))
  await counting
  seen.push(await countersOf(payload).read('pairs'))
  for (const { visits, views } of seen) expect(views).toBe(visits)
  expect(seen.at(-1)?.visits).toBe(40)
})
