import { MongoClient } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { openControl } from '#cms/database/kind.ts'
import { cms } from '#test/support/cms-command.ts'
import { hasTransactions } from '#test/support/database.ts'
import { placeForTest } from '#test/support/places.ts'

test('the lock of migrations is taken over from a holder that has died', async () => {
  const { config } = await placeForTest()
  const client = new MongoClient(config.databaseUrl)
  const dead = { holder: 'a machine that is off', until: Date.now() - 1 }
  const locks = client.db().collection<{ _id: string }>('portal-control')
  await locks.insertOne({ _id: 'lock', value: dead } as { _id: string })
  const control = await openControl(config)
  try {
    expect(await control.alone(async () => 'done')).toBe('done')
    expect(await locks.countDocuments()).toBe(0)
  } finally {
    await control.close()
    await client.close()
  }
})

describe('a server', () => {
  const PASSWORD = 'mat-khau-bi-mat'
  const start = async (url: string, changes: Record<string, string> = {}) => {
    const place = await placeForTest()
    return cms(['setup'], { ...place.env, DATABASE_URL: url, ...changes })
  }

  test.each([
    ['that nobody is at', `mongodb://portal:${PASSWORD}@127.0.0.1:9/portal`, '127.0.0.1:9/portal'],
    [
      'that no name leads to',
      `mongodb://portal:${PASSWORD}@khong-co.invalid/portal`,
      'khong-co.invalid',
    ],
  ])(
    '%s stops the start with its name and without the password',
    async (_, url, host) => {
      const { code, stdout, stderr } = await start(url)
      expect(code).toBe(1)
      expect(stderr).toContain(`Không dùng được cơ sở dữ liệu mongodb://${host}`)
      expect(stdout + stderr).not.toContain(PASSWORD)
      expect(stderr).not.toContain('    at ')
    },
    60_000,
  )

  test.runIf(!hasTransactions)(
    'without transactions is refused unless they are switched off',
    async () => {
      const place = await placeForTest()
      const { code, stderr } = await start(place.config.databaseUrl, { MONGODB_TRANSACTIONS: 'on' })
      expect(code).toBe(1)
      expect(stderr).toContain('không phải replica set')
      expect(stderr).toContain('MONGODB_TRANSACTIONS=off')
    },
  )
})
