import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    try {
      const save = payload.create({ collection: 'topics', data: { title: 'Gốm' } })
      await expect(save).rejects.toThrow(
        /"createOperation" waits for "\w+ topics"[^]*Pass req[^]*forgetfulHook/,
      )
    } finally {
      config.hooks.afterChange.pop()
    }
    expect(await payload.count({ collection: 'topics' })).toEqual({ totalDocs: 0 })
    await expect(
      payload.create({ collection: 'topics', data: { title: 'Gốm' } }),
    ).resolves.toMatchObject({ slug: 'gom' })
  })
})
