import { expect, test } from 'vitest'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { MongoNetworkError, MongoServerError } from 'mongodb'
import { codeOf, isUnwritable } from '#cms/database/unwritable.ts'

const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was refused.')
}

test('a database that may only be read is known by what its driver says', async () => {
  const db = drizzle({ connection: { url: ':memory:' } })
  await db.$client.execute('CREATE TABLE a (b UNIQUE)')
  await db.$client.execute("INSERT INTO a VALUES ('x')")
  await db.$client.execute('PRAGMA query_only = ON')
  const refused = await caught(() => db.run("INSERT INTO a VALUES ('bí mật')"))
  expect(isUnwritable(refused)).toBe(true)
  expect(codeOf(refused)).toBe('SQLITE_READONLY')
  await db.$client.execute('PRAGMA query_only = OFF')
  const double = await caught(() => db.run("INSERT INTO a VALUES ('x')"))
  expect(isUnwritable(double)).toBe(false)
})

test('a database that is full is known by what its driver says', async () => {
  const db = drizzle({ connection: { url: ':memory:' } })
  await db.$client.execute('CREATE TABLE a (b)')
  await db.$client.execute('PRAGMA max_page_count = 3')
  const refused = await caught(() => db.run('INSERT INTO a VALUES (zeroblob(100000))'))
  expect(isUnwritable(refused)).toBe(true)
  expect(codeOf(refused)).toBe('SQLITE_FULL')
})

test.each([
  ['a read-only file system', Object.assign(new Error('x'), { code: 'EROFS' })],
  ['a full disk', new Error('x', { cause: Object.assign(new Error('y'), { code: 'ENOSPC' }) })],
  ['a failing disk', Object.assign(new Error('x'), { code: 'SQLITE_IOERR_WRITE' })],
  ['a server that is gone', new MongoNetworkError('x')],
  ['a server without a disk', new MongoServerError({ message: 'x', code: 14_031 })],
  ['a server that stepped down', new MongoServerError({ message: 'x', code: 10_107 })],
])('%s is known', (_, error) => {
  expect(isUnwritable(error)).toBe(true)
})

test.each([
  ['a doubled key', new MongoServerError({ message: 'x', code: 11_000 })],
  ['a fault of ours', new TypeError('x is not a function')],
  ['a file that is not there', Object.assign(new Error('x'), { code: 'ENOENT' })],
  ['nothing', null],
  ['a word', 'SQLITE_FULL'],
])('%s is something else', (_, error) => {
  expect(isUnwritable(error)).toBe(false)
})
