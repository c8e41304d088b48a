import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { inOneWrite } from '#cms/database/counters.ts'
import { buildDocument } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { OWN_KIND } from '#test/support/places.ts'

/** SQLite has one writer; servers let many write and refuse what meets. */
const hasQueue = OWN_KIND === 'sqlite'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
afterEach(() => vi.restoreAllMocks())

describe.runIf(hasQueue)('parallel saves', () => {
  it('do not raise one counter over the other when both read before they write', async () => {
    const { payload } = portal
    const { id } = await buildDocument(payload, { abstract: '0' })
    const raise = async () => {
      const req = await createLocalReq({}, payload)
      const transactionID = (await payload.db.beginTransaction()) ?? undefined
      req.transactionID = transactionID
      const { abstract } = await payload.findByID({ collection: 'documents', id, req })
      const data = { abstract: String(Number(abstract) + 1) }
      await payload.update({ collection: 'documents', id, data, req })
      await payload.db.commitTransaction(transactionID ?? '')
    }
    await Promise.all(Array.from({ length: 6 }, raise))
    expect(await payload.findByID({ collection: 'documents', id })).toMatchObject({ abstract: '6' })
  })
})

describe.runIf(hasQueue)('a hook that forgets req', () => {
  it('is named in the error, and its save is undone', async () => {
    const { payload } = portal
    const { config } = payload.collections.topics
    const forgetful = async function forgetfulHook() {
      await payload.create({ collection: 'categories', data: { title: 'Không có req' } })
    }
    config.hooks.afterChange.push(forgetful)
    const logged = vi.spyOn(payload.logger, 'error')
    try {
      const save = payload.create({ collection: 'topics', data: { title: 'Gốm' } })
      await expect(save).rejects.toThrow(
        /"createOperation" waits for "\w+ topics"[^]*Pass req[^]*forgetfulHook/,
      )
    } finally {
      config.hooks.afterChange.pop()
    }
    expect(logged).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'forgotten_request', write: 'createOperation' }),
      expect.stringContaining('forgetfulHook'),
    )
    expect(await payload.count({ collection: 'topics' })).toEqual({ totalDocs: 0 })
    await expect(
      payload.create({ collection: 'topics', data: { title: 'Gốm' } }),
    ).resolves.toMatchObject({ slug: 'gom' })
  })
})

describe.runIf(hasQueue)('one flow of control', () => {
  const key = () => `day ${Math.random()}`
  const topic = () => ({ title: `Gốm ${Math.random()}` })
  const create = () => portal.payload.create({ collection: 'topics', data: topic() })
  /** Straight to the database, as a job that deletes old rows does it. */
  const forgetNothing = async () => {
    await portal.payload.count({ collection: 'changes' })
    await portal.payload.db.deleteMany({ collection: 'changes', where: { id: { equals: '-' } } })
  }
  const count = () => inOneWrite(portal.payload, (counters) => counters.add(key(), { views: 1 }))

  it('may begin one write after the other', async () => {
    const { db } = portal.payload
    for (let times = 1; times <= 3; times += 1) {
      const id = await db.beginTransaction()
      await db.commitTransaction(id ?? '')
    }
    await expect(create()).resolves.toHaveProperty('id')
    await expect(count()).resolves.toBeUndefined()
    await expect(forgetNothing()).resolves.toBeUndefined()
  })

  it('may begin many at once, which wait for each other', async () => {
    const all = [count(), forgetNothing(), create(), count(), forgetNothing(), create()]
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(
      all.map(() => 'fulfilled'),
    )
  })

  it('may begin two transactions at once, and end them where it likes', async () => {
    const { db } = portal.payload
    const ends = [1, 2].map(async () => db.commitTransaction((await db.beginTransaction()) ?? ''))
    await expect(Promise.all(ends)).resolves.toBeDefined()
  })

  it('that waits for itself is told at once, however long others may be waited for', async () => {
    const { db } = portal.payload
    const id = await db.beginTransaction()
    // The limit for others is half a minute, longer than a test.
    await expect(create()).rejects.toThrow(/waits for "a transaction"/)
    await expect(forgetNothing()).rejects.toThrow(/waits for "a transaction"/)
    await db.rollbackTransaction(id ?? '')
    await expect(create()).resolves.toHaveProperty('id')
  })
})
