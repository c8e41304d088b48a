import { afterAll, beforeAll, expect, test } from 'vitest'
import { countersOf } from '#cms/database/counters.ts'
import { visitGroups } from '#site/data/visit-groups.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

let lastVisitor = 0
const visits = (count: number, path = '/') =>
  Array.from({ length: count }, () => {
    lastVisitor += 1
    const clientAddress = `10.0.${lastVisitor >> 8}.${lastVisitor & 255}`
    return { path, clientAddress, userAgent: CHROME }
  })
const total = async () => (await countersOf(portal.payload).read('total')).visits

test('groups that come while another is written are all counted, each told of itself', async () => {
  const groups = visitGroups(portal.payload)
  const before = await total()
  const told = await Promise.all([3, 1, 2, 5].map((count) => groups.count(visits(count))))
  expect(told[0]?.total).toBe(before + 3)
  expect(told.at(-1)?.total).toBe(before + 11)
  expect(await total()).toBe(before + 11)
})

test('more than one write holds goes into several, and nothing is left when they have settled', async () => {
  const groups = visitGroups(portal.payload)
  const before = await total()
  const counting = [600, 600, 1_300].map((count) => groups.count(visits(count)))
  await groups.settled()
  expect(await total()).toBe(before + 2_500)
  expect((await Promise.all(counting)).map((told) => told.total - before)).toEqual([
    600, 1_200, 2_500,
  ])
})

test('a visitor with several pages in one group is one visit and several views', async () => {
  const groups = visitGroups(portal.payload)
  const before = await countersOf(portal.payload).read('total')
  const [visit] = visits(1)
  if (!visit) throw new Error('There is no visit.')
  const again = ['/', '/tin-tuc', '/tin-tuc'].map((path) => ({ ...visit, path }))
  await groups.count(again)
  const { visits: after, views } = await countersOf(portal.payload).read('total')
  expect({ visits: after - before.visits, views: views - before.views }).toEqual({
    visits: 1,
    views: 2,
  })
})
