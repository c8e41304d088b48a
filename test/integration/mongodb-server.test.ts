import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { MongoClient, type Db } from 'mongodb'
import { describe, expect, test, vi } from 'vitest'
import { missingForMongodb } from '#test/support/java.ts'
import { startStandIn } from '#test/support/mongodb-server.ts'
import { readConfig } from '#shared/config.ts'

// The first start compiles it and fetches its libraries.
vi.setConfig({ testTimeout: 180_000 })

const { dataDir } = readConfig()

async function withDatabase<Result>(url: string, use: (database: Db) => Promise<Result>) {
  const client = new MongoClient(`${url}/stand-in`, { serverSelectionTimeoutMS: 5_000 })
  try {
    return await use(client.db())
  } finally {
    await client.close()
  }
}

/** True as long as a server holds the port. */
async function isListening(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return isOpen
}

describe.skipIf(missingForMongodb() !== null && !process.env.CI)('the stand-in for MongoDB', () => {
  test('answers the driver, and stops when told', async () => {
    const { url, stop, isStandIn } = await startStandIn()
    expect(isStandIn).toBe(true)
    expect(await withDatabase(url, (db) => db.command({ ping: 1 }))).toEqual({ ok: 1 })
    const hello = await withDatabase(url, (db) => db.command({ hello: 1 }))
    expect(hello).toMatchObject({ isWritablePrimary: true, ok: 1 })
    expect(hello.setName).toBeUndefined()
    await stop()
    expect(await isListening(url)).toBe(false)
  })

  test('keeps what it holds in a file, with its unique keys', async () => {
    const file = join(dataDir, 'mongodb')
    const first = await startStandIn({ file })
    await withDatabase(first.url, async (db) => {
      await db.collection('things').createIndex({ slug: 1 }, { unique: true, sparse: true })
      await db.collection('things').insertMany([{ slug: 'a' }, {}, {}])
    })
    await first.stop()
    const second = await startStandIn({ file })
    await withDatabase(second.url, async (db) => {
      expect(await db.collection('things').countDocuments()).toBe(3)
      const again = db.collection('things').insertOne({ slug: 'a' })
      await expect(again).rejects.toMatchObject({ code: 11_000 })
    })
    await second.stop()
  })

  test('ends with who started it, also when that one is killed', async () => {
    const words = [
      '-e',
      "import('#test/support/mongodb-server.ts').then(async (server) => console.log((await server.startStandIn()).url))",
    ]
    const starter = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(starter.stdout, 'data')) as [Buffer]
    const url = line.toString().trim()
    expect(await isListening(url)).toBe(true)
    starter.kill('SIGKILL')
    await vi.waitUntil(async () => !(await isListening(url)), { timeout: 10_000 })
  })
})
