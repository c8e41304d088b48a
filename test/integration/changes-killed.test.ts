import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeLogOf } from '#cms/database/change-log.ts'
import { documentTag } from '#shared/cache-tags.ts'
import { buildTopic } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

const SAVER = fileURLToPath(new URL('../support/saving-process.ts', import.meta.url))
const KILLS = 3
const SAVES_BEFORE_A_KILL = 40
/** Of saving-process.ts. */
const WRITERS = 8

let portal: TestPortal
/** Saved before the reader began. */
let first: string
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

test('eight writers whose cms is killed leave no save without its row, and a reader misses no row', async () => {
  first = (await buildTopic(portal.payload)).id
  const seen = new Set<string>()
  const reader = follow(seen)
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = seen.size
    const saver = fork(SAVER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    await once(saver, 'message')
    await expect
      .poll(() => seen.size - before, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(SAVES_BEFORE_A_KILL)
    saver.kill('SIGKILL')
    await once(saver, 'exit')
  }
  const rows = await idsIn('changes')
  const withoutRow = (await idsIn('topics')).filter((tag) => !rows.includes(tag))
  await expect.poll(() => rows.filter((tag) => !seen.has(tag)), { timeout: 60_000 }).toEqual([])
  await reader.stop()
  expect(rows.length).toBeGreaterThan(KILLS * SAVES_BEFORE_A_KILL)
  // Without transactions the saves that a kill interrupts may lack their rows, and no others.
  expect(withoutRow.length).toBeLessThanOrEqual(hasTransactions ? 0 : KILLS * WRITERS)
}, 180_000)

/** Reads the log as a node of the site does, though more often. */
function follow(seen: Set<string>) {
  const log = changeLogOf(portal.payload)
  let isStopped = false
  const reading = (async () => {
    let position = await log.end()
    while (!isStopped) {
      const news = await log.since(position)
      if (!news) throw new Error('The log does not know the position.')
      position = news.position
      for (const tag of news.tags) if (tag.startsWith('topics:')) seen.add(tag)
      await pause(20)
    }
  })()
  return {
    stop() {
      isStopped = true
      return reading
    },
  }
}

/** Tags of the documents that were saved, or that have a row in the log. */
async function idsIn(collection: 'changes' | 'topics'): Promise<string[]> {
  const { docs } = await portal.payload.find({ collection, pagination: false, depth: 0 })
  return docs
    .map((doc) => ('documentId' in doc ? doc.documentId : doc.id))
    .filter((id) => id !== first)
    .map((id) => documentTag('topics', id))
}
