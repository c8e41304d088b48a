import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RenderUnavailable } from '#site/server/exchange.ts'
import { startWorkers } from '#site/server/render-workers.ts'
import type { WorkerClient } from '#site/server/worker-client.ts'
import { pageRequest } from '#test/support/page-request.ts'

const script = new URL('../support/unsteady-worker.ts', import.meta.url)
const COUNT = 2
let workers: WorkerClient
let told: [tags: readonly string[] | null, positions: string | null][]

async function start(positions: string | null = null): Promise<void> {
  told = []
  workers = startWorkers(script, pino({ level: 'silent' }), {
    count: COUNT,
    positions,
    onChanges: ({ tags }, kept) => told.push([tags, kept]),
  })
  await allReady()
}
afterEach(() => workers.stop())

const decode = (body: Uint8Array) => new TextDecoder().decode(body)
const who = async () => decode((await workers.run('page', pageRequest('/who'))).body)
const askAtOnce = (times: number) => Promise.all(Array.from({ length: times }, who))
const allReady = () =>
  vi.waitUntil(async () => new Set(await askAtOnce(4).catch(() => [])).size === COUNT, {
    timeout: 20_000,
  })

describe('several workers', () => {
  beforeEach(() => start())

  test('share what comes at once, so that none has more than another', async () => {
    const answers = await askAtOnce(10)
    const counts = Object.values(Object.groupBy(answers, (thread) => thread)).map((g) => g?.length)
    expect(counts).toEqual([5, 5])
  })

  test('leave what comes to those that are not busy', async () => {
    const late = workers.run('page', pageRequest('/late'), 1_000).catch(() => null)
    expect(new Set([await who(), await who(), await who()]).size).toBe(1)
    await late
  })

  test('leave all visits to one of them, which writes them in groups', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => workers.run('visits', []) as Promise<unknown>),
    )
    const threads = (answers as { body: Uint8Array }[]).map(({ body }) => decode(body))
    expect(new Set(threads).size).toBe(1)
  })

  test('go on while one of them is dead, until it is there again', async () => {
    await expect(workers.run('page', pageRequest('/dies'))).rejects.toThrow(RenderUnavailable)
    expect(workers.isReady()).toBe(true)
    expect(new Set(await askAtOnce(4)).size).toBe(1)
    await allReady()
    expect(workers.restarts()).toBe(1)
  })

  test('go on while one of them hangs', async () => {
    const hanging = workers.run('page', pageRequest('/hangs'), 200).catch((error: unknown) => error)
    expect(new Set([await who(), await who()]).size).toBe(1)
    expect(await hanging).toBeInstanceOf(RenderUnavailable)
    await allReady()
  })
})

describe('what changes', () => {
  const bothHearOf = (tag: string) =>
    Promise.all([1, 2].map(() => workers.run('page', pageRequest(`/hears-of/${tag}`))))

  test('is told once for each worker, with a position to keep once each has one', async () => {
    await start()
    await bothHearOf('news:1')
    expect(told).toEqual([
      [['news:1'], null],
      [['news:1'], '["nowhere, news:1","nowhere, news:1"]'],
    ])
  })

  test('is read on by each from where it was, by a worker that is started anew as well', async () => {
    await start('["first","second"]')
    await bothHearOf('news:1')
    expect(told.at(-1)?.[1]).toBe('["first, news:1","second, news:1"]')
    const dying = [1, 2].map(() => workers.run('page', pageRequest('/dies')))
    await Promise.allSettled(dying)
    await allReady()
    await bothHearOf('news:2')
    expect(told.at(-1)?.[1]).toBe('["first, news:1, news:2","second, news:1, news:2"]')
  })

  test.each(['["one"]', '["one","two","three"]', '{}', '[1,2]', 'one', ''])(
    'is all unknown where %j was kept',
    async (kept) => {
      await start(kept)
      await bothHearOf('news:1')
      expect(told.at(-1)?.[1]).toBe('["nowhere, news:1","nowhere, news:1"]')
    },
  )
})
