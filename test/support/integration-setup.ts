import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { databaseUrl } from './mongodb-server.ts'
import { removeData, testEnvironment, type TestDatabase } from './test-environment.ts'

/** Every test file has a data folder and a database of its own, set before any module reads the settings. */
const database = process.env.TEST_DATABASE === 'mongodb' ? mongoDatabase() : undefined
const dataDir = mkdtempSync(join(tmpdir(), 'portal-test-'))
Object.assign(process.env, testEnvironment(dataDir, database))

afterAll(async () => {
  await removeData(dataDir)
  if (database) await drop(database)
})

function mongoDatabase(): TestDatabase {
  const mongodb = inject('mongodb')
  if ('problem' in mongodb) throw new Error(mongodb.problem)
  const name = `portal_test_${randomBytes(6).toString('hex')}`
  return { url: databaseUrl(mongodb, name), isStandIn: mongodb.isStandIn }
}

async function drop({ url }: TestDatabase): Promise<void> {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(url)
  try {
    await client.db().dropDatabase()
  } finally {
    await client.close()
  }
}
