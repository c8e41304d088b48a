import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

describe.runIf(hasTransactions)('a save that fails', () => {
  it('leaves nothing of what it had written', async () => {
    const { payload } = portal
    const { afterChange } = payload.collections.topics.config.hooks
    afterChange.push(async ({ req }) => {
      await payload.create({ collection: 'categories', data: { title: 'Tin trong tỉnh' }, req })
      throw new Error('the last step failed')
    })
    try {
      const save = payload.create({ collection: 'topics', data: { title: 'Gốm' } })
      await expect(save).rejects.toThrow('the last step failed')
    } finally {
      afterChange.pop()
    }
    expect(await payload.count({ collection: 'topics' })).toEqual({ totalDocs: 0 })
    expect(await payload.count({ collection: 'categories' })).toEqual({ totalDocs: 0 })
  })
})
