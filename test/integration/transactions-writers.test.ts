import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atEndOfTransaction, WriteRefusedError } from '#cms/database/transaction-end.ts'
import { buildDocument } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const issuers = (count: number) => Array.from({ length: count }, (_, n) => `Cơ quan ${n}`)

describe('parallel saves', () => {
  it('all succeed, and another process never reads half of one', async () => {
    const { payload } = portal
    const writers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        buildDocument(payload, { number: `${n}/TB-TTKC`, abstract: '1', issuers: issuers(1) }),
      ),
    )
    const reader = fork(fileURLToPath(new URL('../support/torn-reader.ts', import.meta.url)), [
      portal.config.databaseUrl,
    ])
    await once(reader, 'message')

    await Promise.all(
      writers.map(async ({ id }) => {
        for (let round = 2; round <= 8; round += 1) {
          const data = { abstract: String(round), issuers: issuers(round) }
          await payload.update({ collection: 'documents', id, data })
        }
      }),
    )
    const report = once(reader, 'message')
    reader.send('stop')
    const [{ reads, halves }] = await report
    expect(halves).toBe(0)
    expect(reads).toBeGreaterThan(20)
    const { docs } = await payload.find({ collection: 'documents', pagination: false })
    expect(docs.map(({ issuers }) => issuers?.length)).toEqual(Array(8).fill(8))
  })

  it.runIf(hasTransactions)(
    'that read before they write are each counted, or refused and to be repeated',
    async () => {
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
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, raise))
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected')
      for (const { reason } of refusals) expect(reason).toBeInstanceOf(WriteRefusedError)
      const { abstract } = await payload.findByID({ collection: 'documents', id })
      expect(Number(abstract)).toBe(outcomes.length - refusals.length)
      expect(Number(abstract)).toBeGreaterThan(0)
    },
  )
})

describe.runIf(hasTransactions)('work for the end of a transaction', () => {
  it('is done after a commit, not after a rollback', async () => {
    const { payload } = portal
    const done: string[] = []
    for (const outcome of ['commit', 'rollback'] as const) {
      const req = await createLocalReq({}, payload)
      req.transactionID = (await payload.db.beginTransaction()) ?? undefined
      await atEndOfTransaction(req, {
        committed: async () => void done.push(`${outcome}: committed`),
        rolledBack: async () => void done.push(`${outcome}: undone`),
      })
      expect(done.filter((line) => line.startsWith(outcome))).toEqual([])
      if (outcome === 'commit') await payload.db.commitTransaction(req.transactionID ?? '')
      else await payload.db.rollbackTransaction(req.transactionID ?? '')
    }
    expect(done).toEqual(['commit: committed', 'rollback: undone'])
  })
})
