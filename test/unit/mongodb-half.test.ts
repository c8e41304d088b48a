import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findJava, missingForMongodb } from '#test/support/java.ts'
import { mongodbHalf } from '#test/support/mongodb-half.ts'
import { databaseUrl } from '#test/support/mongodb-server.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-programs-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** A machine that has these programs alone, each with what it says. */
async function machine(programs: Record<string, string>): Promise<NodeJS.ProcessEnv> {
  for (const [name, says] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\necho '${says}'\n`)
    await chmod(join(folder, name), 0o755)
  }
  return { PATH: folder, NODE_ENV: 'test' }
}

test('a machine with a JDK and Maven lacks nothing', async () => {
  const env = await machine({ javac: 'javac 21.0.2', mvn: '' })
  expect(missingForMongodb(env)).toBeNull()
  expect(findJava(env)).toBe(join(folder, 'java'))
})

test.each([
  [{}, 'a JDK 17 or newer, Maven'],
  [{ javac: 'javac 17', java: '' }, 'Maven'],
  [{ java: '', mvn: '' }, 'a JDK 17 or newer'],
  [{ javac: 'javac 11.0.2', mvn: '' }, 'a JDK 17 or newer'],
  [{ javac: 'javac 1.8.0_402', mvn: '' }, 'a JDK 17 or newer'],
])('a machine with %j lacks %s', async (programs, missing) => {
  expect(missingForMongodb(await machine(programs))).toBe(missing)
})

test('tests that open a database run on MongoDB, others do not', async () => {
  const { run, leftOut } = mongodbHalf(await machine({ javac: 'javac 17', mvn: '' }))
  expect(run).toContain('test/integration/publication-slugs.test.ts')
  expect(run).toContain('test/integration/server-answers.test.ts')
  expect(run).not.toContain('test/integration/test-entry.test.ts')
  expect(leftOut).toEqual([])
})

test('without Java they are left out, but not with an address of a MongoDB, and never on a CI', async () => {
  const env = await machine({})
  const { run, leftOut } = mongodbHalf(env)
  expect(run).toEqual([])
  expect(mongodbHalf({ ...env, TEST_MONGODB_URL: 'mongodb://a' })).toEqual({
    run: leftOut,
    leftOut: [],
  })
  expect(mongodbHalf({ ...env, CI: 'true' })).toEqual({ run: leftOut, leftOut: [] })
})

test.each([
  ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/portal_test_1'],
  ['mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1:27017/portal_test_1'],
  [
    'mongodb://a:1@h1:1,h2:2/?replicaSet=rs0&authSource=admin',
    'mongodb://a:1@h1:1,h2:2/portal_test_1?replicaSet=rs0&authSource=admin',
  ],
  ['mongodb+srv://h.example?w=majority', 'mongodb+srv://h.example/portal_test_1?w=majority'],
])('the address of a database on %s is %s', (url, expected) => {
  expect(databaseUrl({ url, isStandIn: false }, 'portal_test_1')).toBe(expected)
})

test('an address that names a database is refused: tests drop theirs', () => {
  const address = { url: 'mongodb://a:secret@h:1/portal', isStandIn: false }
  expect(() => databaseUrl(address, 'x')).toThrow(/^TEST_MONGODB_URL [^]*no database(?!.*secret)/)
})
