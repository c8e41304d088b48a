import { DatabaseSync } from 'node:sqlite'

// Holds a database file until told to stop: `alone` keeps even readers out.
const [file = '', how] = process.argv.slice(2)
const database = new DatabaseSync(file, { timeout: 10_000 })
if (how === 'alone') database.exec('PRAGMA locking_mode = EXCLUSIVE')
database.exec('BEGIN EXCLUSIVE')
process.send?.('locked')
process.once('message', () => {
  database.exec('ROLLBACK')
  database.close()
  process.disconnect()
})
