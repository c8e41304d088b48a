import { DatabaseSync } from 'node:sqlite'

/** Run as a process of its own: reads all documents until told to stop, then reports. */
const [file = ''] = process.argv.slice(2)
const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
const torn = database.prepare(`
  SELECT count(*) AS count FROM documents
  WHERE CAST(abstract AS INTEGER) <>
    (SELECT count(*) FROM documents_texts WHERE parent_id = documents.id AND path = 'issuers')`)

let reads = 0
let halves = 0
let isStopping = false
process.once('message', () => (isStopping = true))
process.send?.('ready')

function read(): void {
  reads += 1
  if (Number(torn.get()?.count) > 0) halves += 1
  if (!isStopping) {
    setImmediate(read)
    return
  }
  process.send?.({ reads, halves }, () => process.disconnect())
}

read()
