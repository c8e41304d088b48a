import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of package.json; commands run in it whatever folder they are called from. (Not by
 * `new URL('..', import.meta.url)`, which the bundler of the cms takes for a file to bundle.)
 */
export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
