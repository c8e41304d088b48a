/** Run as a process of its own: reads all documents until told to stop, then reports. */
import { DatabaseSync } from 'node:sqlite'
import { MongoClient } from 'mongodb'
import { embeddedPath } from '#cms/database/sqlite/embedded-file.ts'
import { databaseKind } from '#shared/database-url.ts'

/** Counts documents whose abstract does not name the number of their issuers: halves of a save. */
interface Reader {
  halves(): Promise<number>
  close(): Promise<void>
}

const [url = ''] = process.argv.slice(2)
const reader = databaseKind(url) === 'sqlite' ? readFile() : await readServer()
let reads = 0
let halves = 0
let isStopping = false
process.once('message', () => (isStopping = true))
process.send?.('ready')

while (!isStopping) {
  reads += 1
  halves += await reader.halves()
  await new Promise(setImmediate)
}
await reader.close()
process.send?.({ reads, halves }, () => process.disconnect())

function readFile(): Reader {
  const database = new DatabaseSync(embeddedPath(url), { readOnly: true, timeout: 5_000 })
  const torn = database.prepare(`
    SELECT count(*) AS count FROM documents
    WHERE CAST(abstract AS INTEGER) <>
      (SELECT count(*) FROM documents_texts WHERE parent_id = documents.id AND path = 'issuers')`)
  return {
    halves: async () => Number(torn.get()?.count),
    close: async () => database.close(),
  }
}

async function readServer(): Promise<Reader> {
  const client = await new MongoClient(url).connect()
  const documents = client.db().collection<{ abstract: string; issuers: string[] }>('documents')
  return {
    async halves() {
      const rows = await documents.find().toArray()
      return rows.filter(({ abstract, issuers }) => Number(abstract) !== issuers.length).length
    },
    close: () => client.close(),
  }
}
