import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RenderUnavailable } from '#site/server/exchange.ts'
import { PageCache } from '#site/server/page-cache/page-cache.ts'
import { renderedPages } from '#site/server/pages.ts'
import { startWorker, type WorkerClient } from '#site/server/worker-client.ts'
import { pageRequest } from '#test/support/page-request.ts'

const script = new URL('../support/unsteady-worker.ts', import.meta.url)
const SOON = { timeout: 10_000 }
let worker: WorkerClient

beforeEach(async () => {
  worker = startWorker(script, pino({ level: 'silent' }))
  await vi.waitUntil(() => worker.isReady(), SOON)
})
afterEach(() => worker.stop())

test('a worker that dies rejects what it was doing and is started anew', async () => {
  const others = [
    worker.run('page', pageRequest('/late')),
    worker.run('page', pageRequest('/dies')),
  ]
  for (const outcome of await Promise.allSettled(others)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'RenderUnavailable' } })
  }
  await expect(worker.run('page', pageRequest('/while-it-is-gone'))).rejects.toThrow(
    RenderUnavailable,
  )
  await vi.waitUntil(() => worker.isReady(), SOON)
  expect(worker.restarts()).toBe(1)
  expect((await worker.run('page', pageRequest('/again'))).status).toBe(200)
})

describe('a worker that says nothing', () => {
  let silent: WorkerClient
  beforeEach(async () => {
    const silence = { quietMs: 300, stuckMs: 2_000 }
    silent = startWorker(script, pino({ level: 'silent' }), { silence })
    await vi.waitUntil(() => silent.isReady(), SOON)
  })
  afterEach(() => silent.stop())

  test('is waited for no longer, by who asked and by who asks next, and is started anew', async () => {
    await expect(silent.run('page', pageRequest('/hangs'))).rejects.toThrow(/answers nothing/)
    expect(silent.isReady()).toBe(false)
    await expect(silent.run('page', pageRequest('/again'))).rejects.toThrow(/answers nothing/)
    await vi.waitUntil(() => silent.restarts() === 1 && silent.isReady(), SOON)
    expect((await silent.run('page', pageRequest('/again'))).status).toBe(200)
  })

  test('is asked again as soon as it says something', async () => {
    await expect(silent.run('page', pageRequest('/busy'))).rejects.toThrow(/answers nothing/)
    await expect
      .poll(async () => (await silent.run('page', pageRequest('/again'))).status, {
        timeout: 5_000,
      })
      .toBe(200)
    expect(silent.restarts()).toBe(0)
  })
})

test('a worker that is busy for longer than somebody waits is not ended for it', async () => {
  await expect(worker.run('page', pageRequest('/busy'), 100)).rejects.toThrow(
    /longer than its limit/,
  )
  expect((await worker.run('page', pageRequest('/again'))).status).toBe(200)
  expect(worker.restarts()).toBe(0)
})

test('a worker that fails to start again and again is not waited for', async () => {
  const failing = new URL('data:text/javascript,setTimeout(() => process.exit(1), 500)')
  const client = startWorker(failing, pino({ level: 'silent' }))
  await vi.waitUntil(() => client.restarts() > 1, SOON)
  const asked = () => client.run('page', pageRequest('/a')).catch((error: Error) => error.message)
  await expect.poll(asked, SOON).toBe('The worker fails to start.')
  await client.stop()
})

test('one slow page does not end a worker that answers others', async () => {
  const late = worker.run('page', pageRequest('/late'), 300)
  await worker.run('page', pageRequest('/quick'))
  await expect(late).rejects.toThrow(RenderUnavailable)
  expect(worker.restarts()).toBe(0)
})

test('a task that fails says so and leaves the worker alone', async () => {
  await expect(worker.run('page', pageRequest('/fails'))).rejects.toThrow(RenderUnavailable)
  expect(worker.pending()).toBe(0)
  expect(worker.restarts()).toBe(0)
})

test('a page that many ask for at once is rendered once', async () => {
  const run = vi.spyOn(worker, 'run')
  const pages = new PageCache(renderedPages(worker), { maxBytes: 1_000_000, common: [] })
  await Promise.all([
    pages.page(pageRequest('/a')),
    pages.page(pageRequest('/a')),
    pages.page(pageRequest('/b')),
  ])
  expect(run).toHaveBeenCalledTimes(2)
})
