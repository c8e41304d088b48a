import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetSearches, searchCounts } from '#site/data/search/count-searches.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite } from '#test/support/site-process.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const DAY_MS = 24 * 3_600_000

async function counted() {
  const { docs } = await portal.payload.find({ collection: 'searches', sort: 'words' })
  return docs.map(({ words, count, foundNothing, lastFound }) => [
    words,
    count,
    foundNothing,
    lastFound,
  ])
}

const failed = (error: unknown) => {
  throw error
}

test('the same words are counted together, by several nodes too, with what they found', async () => {
  const nodes = [searchCounts(portal.payload, failed), searchCounts(portal.payload, failed)]
  for (const node of nodes) {
    node.searched('Máy  SẤY', 0)
    node.searched('máy sấy', 4)
  }
  nodes[0]?.searched('hoà bình', 1)
  nodes[1]?.searched('hòa bình', 1)
  await Promise.all(nodes.map((node) => node.stop()))
  expect(await counted()).toEqual([
    ['hòa bình', 2, 0, 1],
    ['máy sấy', 4, 2, 4],
  ])
})

test.each(['ai.do@example.vn', '0912 345 678', '0912.345.678', '036123456789', '   '])(
  '%j is not written down',
  async (typed) => {
    const before = await counted()
    const node = searchCounts(portal.payload, failed)
    node.searched(typed, 0)
    await node.stop()
    expect(await counted()).toEqual(before)
  },
)

test('what was searched for once is forgotten after 90 days, and all after 400', async () => {
  const { payload } = portal
  const now = new Date('2030-01-01T00:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
  const rows = [
    { words: 'a1', count: 1, lastAt: ago(91) },
    { words: 'a2', count: 2, lastAt: ago(91) },
    { words: 'a3', count: 1, lastAt: ago(89) },
    { words: 'a4', count: 9, lastAt: ago(401) },
  ]
  for (const data of rows) {
    await payload.create({
      collection: 'searches',
      data: { ...data, foundNothing: 0, lastFound: 1 },
    })
  }
  await forgetSearches(payload, now)
  expect((await counted()).map(([words]) => words)).toEqual(['a2', 'a3'])
})

test(
  'of one network sixty searches a minute are counted; all are answered',
  async () => {
    const site = await startSite()
    // Each is another address to the site, and the same words to who counts.
    const paths = Array.from({ length: 70 }, (_, at) => `/tim-kiem?q=lò+gốm${'+'.repeat(at)}`)
    const answers = await Promise.all(paths.map((path) => site.ask(path)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await site.stop()
    const [row] = (await counted()).filter(([words]) => words === 'lò gốm')
    expect(row?.[1]).toBeGreaterThan(40)
    expect(row?.[1]).toBeLessThanOrEqual(60)
  },
  START_LIMIT_MS,
)
