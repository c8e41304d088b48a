import { describe, expect, test } from 'vitest'
import { migrationNames, migrationStatus } from '#cms/database/migration-status.ts'
import { openControl } from '#cms/database/kind.ts'
import { databaseLabel } from '#shared/database-url.ts'
import { cms } from '#test/support/cms-command.ts'
import { placeForTest, withPortal, type Place } from '#test/support/places.ts'

const migrate = ({ env }: Place, ...words: string[]) => cms(['migrate', ...words], env)

test('--dry-run lists what would be done and makes no database', async () => {
  const place = await placeForTest()
  const { code, stdout } = await migrate(place, '--dry-run')
  expect(code).toBe(0)
  expect(stdout).toContain(`Sẽ cập nhật ${databaseLabel(place.config.databaseUrl)}`)
  for (const name of migrationNames(place.config.databaseUrl)) expect(stdout).toContain(name)
  const { pending } = await migrationStatus(place.config)
  expect(pending).toEqual(migrationNames(place.config.databaseUrl))
})

test('two starts together migrate once, and a third finds nothing to do', async () => {
  const place = await placeForTest()
  const both = await Promise.all([migrate(place), migrate(place)])
  expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ])
  expect(await recordedNames(place)).toEqual(migrationNames(place.config.databaseUrl))
  expect((await migrate(place)).stdout).toContain('đã đúng phiên bản')
}, 60_000)

test('a database that a newer version has written stops commands and starts, and stays as it is', async () => {
  const place = await placeForTest()
  await migrate(place)
  await recordMigration(place, '29991231_000000_future')
  for (const words of [
    ['migrate'],
    ['setup'],
    ['user-add', 'a@example.vn', '--name', 'A', '--role', 'editor'],
  ]) {
    const { code, stderr } = await cms(words, place.env)
    expect(code, words.join(' ')).toBe(1)
    expect(stderr).toContain('phiên bản mới hơn')
    expect(stderr).toContain('29991231_000000_future')
  }
  const names = [...migrationNames(place.config.databaseUrl), '29991231_000000_future']
  expect(await recordedNames(place)).toEqual(names)
}, 60_000)

test('the migrations of both kinds of database go by the same names', () => {
  expect(migrationNames('mongodb://localhost/portal')).toEqual(migrationNames('file:portal.db'))
})

describe('the lock of migrations', () => {
  test('lets one in at a time', async () => {
    const { config } = await placeForTest()
    const controls = await Promise.all([openControl(config), openControl(config)])
    const order: string[] = []
    try {
      await Promise.all(
        controls.map((control, n) =>
          control.alone(async () => {
            order.push(`in ${n}`)
            await new Promise((resolve) => setImmediate(resolve))
            order.push(`out ${n}`)
          }),
        ),
      )
    } finally {
      await Promise.all(controls.map((control) => control.close()))
    }
    const [first, second] = order[0] === 'in 0' ? [0, 1] : [1, 0]
    expect(order).toEqual([`in ${first}`, `out ${first}`, `in ${second}`, `out ${second}`])
  })
})

test('all that is wrong with the address and the settings beside it comes in one list', async () => {
  const place = await placeForTest()
  const changes = {
    DATABASE_URL: 'mongodb://portal@may1',
    MONGODB_TRANSACTIONS: 'maybe',
    BACKUP_DAILY: 'hằng ngày',
  }
  const { code, stderr } = await cms(['migrate'], { ...place.env, ...changes })
  expect(code).toBe(1)
  for (const words of ['3 problem(s)', 'half a log-in', 'on, off', '02:30/14']) {
    expect(stderr).toContain(words)
  }
})

async function recordedNames({ config }: Place): Promise<string[]> {
  const control = await openControl(config)
  return control.migrations().finally(() => control.close())
}

async function recordMigration({ config }: Place, name: string): Promise<void> {
  await withPortal(config, (portal) =>
    portal.create({ collection: 'payload-migrations', data: { name, batch: 2 } }),
  )
}
