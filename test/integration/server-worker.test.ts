import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RenderUnavailable, type PageRequest } from '#site/server/exchange.ts'
import { PageCache } from '#site/server/page-cache/page-cache.ts'
import { renderedPages } from '#site/server/pages.ts'
import { startWorker, type WorkerClient } from '#site/server/worker-client.ts'

const script = new URL('../support/unsteady-worker.ts', import.meta.url)
let worker: WorkerClient

beforeEach(async () => {
  worker = startWorker(script, pino({ level: 'silent' }))
  await vi.waitUntil(() => worker.isReady())
})
afterEach(() => worker.stop())

const page = (path: string): PageRequest => ({
  method: 'GET',
  path,
  query: '',
  headers: [],
  body: null,
  clientAddress: '',
})

test('a worker that dies rejects what it was doing and is started anew', async () => {
  const others = [worker.run('page', page('/late')), worker.run('page', page('/dies'))]
  for (const outcome of await Promise.allSettled(others)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'RenderUnavailable' } })
  }
  await expect(worker.run('page', page('/while-it-is-gone'))).rejects.toThrow(RenderUnavailable)
  await vi.waitUntil(() => worker.isReady())
  expect(worker.restarts()).toBe(1)
  expect((await worker.run('page', page('/again'))).status).toBe(200)
})

test('a worker that hangs is ended after the time limit and started anew', async () => {
  await expect(worker.run('page', page('/hangs'), 200)).rejects.toThrow(/longer than its limit/)
  await vi.waitUntil(() => worker.restarts() === 1 && worker.isReady())
  expect((await worker.run('page', page('/again'))).status).toBe(200)
})

test('one slow page does not end a worker that answers others', async () => {
  const late = worker.run('page', page('/late'), 300)
  await worker.run('page', page('/quick'))
  await expect(late).rejects.toThrow(RenderUnavailable)
  expect(worker.restarts()).toBe(0)
})

test('a task that fails says so and leaves the worker alone', async () => {
  await expect(worker.run('page', page('/fails'))).rejects.toThrow(RenderUnavailable)
  expect(worker.pending()).toBe(0)
  expect(worker.restarts()).toBe(0)
})

test('a page that many ask for at once is rendered once', async () => {
  const run = vi.spyOn(worker, 'run')
  const pages = new PageCache(renderedPages(worker), { maxBytes: 1_000_000, common: [] })
  await Promise.all([pages.page(page('/a')), pages.page(page('/a')), pages.page(page('/b'))])
  expect(run).toHaveBeenCalledTimes(2)
})
