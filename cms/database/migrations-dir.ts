import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the committed migrations lie. (A `new URL('…', import.meta.url)` breaks in Next's bundle.) */
const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

export const SQLITE_MIGRATIONS = join(MIGRATIONS, 'sqlite')
export const MONGODB_MIGRATIONS = join(MIGRATIONS, 'mongodb')
