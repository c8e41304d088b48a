import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the committed migrations lie. (A `new URL('…', import.meta.url)` breaks in Next's bundle.) */
export const MIGRATIONS_DIR = join(dirname(fileURLToPath(import.meta.url)), 'migrations')
